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
c = co(Aw()); print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_origin, c.__name__, c.__qualname__, repr(c).split(' at ')[0]); print(c.send(None), c.cr_suspended, type(c.cr_await).__name__); show(lambda: c.send('val')); print(c.cr_frame, c.cr_await, c.cr_running); show(lambda: c.send(None)); show(lambda: c.throw(ValueError)); print(c.close())
for v in (5, None, [1], 'x', iter([]), (i for i in ()), lambda: 1, object):
    c = co(v); show(lambda: c.send(None))
class B1:
    def __await__(self): return 5
class B2:
    def __await__(self): return [1]
class B3:
    async def __await__(self): pass
class B4:
    def __await__(self): raise KeyError('aw')
class B5:
    def __await__(self): return iter([1, 2])
class B6:
    def __await__(self): return co(Aw())
class B7:
    __await__ = 5
for B in (B1, B2, B4, B5, B7):
    show(lambda: run(co(B())))
c = co(Aw()); show(lambda: c.send(1)); c.close()
c = co(Aw()); show(lambda: c.throw(ValueError('t'))); 
c = co(Aw()); c.send(None); show(lambda: c.throw(ValueError('t2')))
c = co(Aw()); c.send(None); show(lambda: c.close()); show(lambda: c.send(None))
async def ign():
    try: await Aw()
    except GeneratorExit: await Aw()
c = ign(); c.send(None); show(lambda: c.close())
async def reuse():
    c = co(Aw())
    await c
    await c
show(lambda: run(reuse()))
async def twice():
    c = co(Aw()); c.send(None)
    await c
show(lambda: run(twice()))
# iteration over coroutine
c = co(Aw()); show(lambda: iter(c)); show(lambda: next(c)); show(lambda: list(c)); show(lambda: [*c]); 
def yfc(): yield from c
show(lambda: next(yfc()))
w = c.__await__(); print(type(w).__name__, iter(w) is w, repr(w).split(' at ')[0]); print(next(w)); show(lambda: w.send('q')); show(lambda: next(w))
c = co(Aw()); w = c.__await__(); next(w); show(lambda: w.throw(ValueError('wt'))); c = co(Aw()); w = c.__await__(); next(w); print(w.close()); show(lambda: next(w)); show(lambda: type(w)())
c = co(Aw()); show(lambda: setattr(c, 'cr_running', 1)); show(lambda: setattr(c, 'cr_await', 1)); c.__name__ = 'zz'; print(c.__name__, repr(c).split(' at ')[0]); show(lambda: setattr(c, '__name__', 1)); c.close()
