# reference: 6.2.9.3
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
class Aw:
    def __init__(self, v=1): self.v = v
    def __await__(self):
        r = yield self.v
        return r
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
async def ag():
    try:
        x = yield 1
        print('got', x)
        await Aw('w')
        x = yield 2
        print('got', x)
    finally: print('fin')
# hooks
def first(x): print('first', x.__name__)
def final(x): print('final', x.__name__)
old = sys.get_asyncgen_hooks(); print(old, old.firstiter, old.finalizer, type(old).__name__)
sys.set_asyncgen_hooks(firstiter=first, finalizer=final); print(sys.get_asyncgen_hooks().firstiter is first)
g = ag(); g.__aiter__(); a = g.__anext__(); show(lambda: run(a)); run(g.__anext__()) if 0 else None; del a; del g
g = ag(); show(lambda: run(g.aclose())); del g
async def simple(): yield 1
g = simple(); run(g.__anext__()); show(lambda: run(g.__anext__())); del g
show(lambda: sys.set_asyncgen_hooks(5)); show(lambda: sys.set_asyncgen_hooks(firstiter=5)); show(lambda: sys.set_asyncgen_hooks(finalizer='x'))
def badfirst(x): raise KeyError('bf')
sys.set_asyncgen_hooks(badfirst, None); g = simple(); show(lambda: g.__anext__()); show(lambda: run(g.__anext__()))
sys.set_asyncgen_hooks(None, None); print(sys.get_asyncgen_hooks())
