# reference: 6.2.9.4
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
g = ag(); print(g.ag_running, g.ag_suspended if hasattr(g, 'ag_suspended') else 'n', g.ag_await, g.ag_frame is not None, g.ag_code is ag.__code__, g.__name__, repr(g).split(' at ')[0])
show(lambda: run(g.asend(5)))
show(lambda: run(g.__anext__())); show(lambda: run(g.asend('v'))); show(lambda: run(g.asend('w'))); show(lambda: run(g.__anext__())); show(lambda: run(g.aclose())); show(lambda: run(g.athrow(ValueError)))
g = ag(); run(g.__anext__()); show(lambda: run(g.athrow(ValueError('t')))); show(lambda: run(g.__anext__()))
g = ag(); run(g.__anext__()); show(lambda: run(g.aclose())); show(lambda: run(g.__anext__())); show(lambda: run(g.aclose()))
g = ag(); show(lambda: run(g.athrow(ValueError('fresh')))); show(lambda: run(g.__anext__()))
g = ag(); show(lambda: run(g.aclose())); show(lambda: run(g.__anext__()))
g = ag(); run(g.__anext__()); show(lambda: run(g.athrow(ValueError, 'old'))); 
g = ag(); run(g.__anext__()); show(lambda: run(g.athrow(5))); show(lambda: run(g.aclose()))
async def ign():
    try: yield 1
    except GeneratorExit: yield 2
g = ign(); run(g.__anext__()); show(lambda: run(g.aclose())); 
async def ign2():
    try: yield 1
    except GeneratorExit: await Aw('in close')
g = ign2(); run(g.__anext__()); show(lambda: run(g.aclose()))
# concurrent
g = ag(); a = g.asend(None); 
async def slow():
    await Aw('s1'); yield 1; await Aw('s2')
g = slow(); a = g.__anext__(); a.send(None); b = g.__anext__(); show(lambda: b.send(None)); show(lambda: b.send(None)); print(g.ag_running); show(lambda: run(g.aclose())); show(lambda: run(g.athrow(ValueError))); show(lambda: a.send(None)); show(lambda: a.send(None)); print(g.ag_running)
a = g.asend(1); show(lambda: a.throw(ValueError('x'))); show(lambda: a.send(None)); show(lambda: a.close()); show(lambda: a.throw(ValueError))
g = slow(); a = g.asend(None); a.close(); show(lambda: a.send(None)); show(lambda: run(g.__anext__()))
a = g.athrow(ValueError('q')); show(lambda: a.send(5)); a = g.athrow(ValueError('q')); show(lambda: a.throw(KeyError('k'))); a.close()
a = g.aclose(); print(type(a).__name__, type(g.asend(1)).__name__, type(g.__anext__()).__name__, repr(a).split(' at ')[0]); show(lambda: run(a)); show(lambda: a.send(None))
show(lambda: iter(a) is a); show(lambda: a.__await__() is a)
show(lambda: type(a)()); show(lambda: type(g)()); show(lambda: setattr(g, 'ag_running', 1)); g.__name__ = 'q'; print(g.__name__, repr(g).split(' at ')[0]); show(lambda: setattr(g, '__qualname__', 1))
async def rs(): raise StopAsyncIteration; yield
show(lambda: run(rs().__anext__()))
async def rs(): raise StopIteration; yield
show(lambda: run(rs().__anext__()))
