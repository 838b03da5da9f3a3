# reference: 3.4.2
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
async def co(x):
    a = await x
    return a
# origin
print(sys.get_coroutine_origin_tracking_depth()); show(lambda: sys.set_coroutine_origin_tracking_depth(-1)); show(lambda: sys.set_coroutine_origin_tracking_depth('x'))
sys.set_coroutine_origin_tracking_depth(2)
def mk():
    return co(Aw())
c = mk(); print([(f.rsplit('/')[-1], n, q) for f, n, q in c.cr_origin][:1], len(c.cr_origin)); c.close()
sys.set_coroutine_origin_tracking_depth(depth=0); c = mk(); print(c.cr_origin, sys.get_coroutine_origin_tracking_depth()); c.close()
async def rg(): c2.send(None)
c2 = rg(); show(lambda: c2.send(None))
async def rt(): raise StopIteration('si')
show(lambda: rt().send(None))
async def ra(): raise StopAsyncIteration('sai')
show(lambda: ra().send(None))
print(sorted(x for x in dir(c2) if not x.startswith('__')), co.__code__.co_flags & 0x80)
