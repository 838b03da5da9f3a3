# reference: 6.2.4, 6.4
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
class NoAiter: pass
class BadAiter:
    def __aiter__(self): return 5
class CoAiter:
    async def __aiter__(self): return self
class NoAnext:
    def __aiter__(self): return self
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class RaiseAnext:
    def __aiter__(self): return self
    def __anext__(self): raise KeyError('an')
class StopAnext:
    def __aiter__(self): return self
    def __anext__(self): raise StopAsyncIteration
class Good:
    def __init__(self): self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > 2: raise StopAsyncIteration
        await Aw(self.i)
        return self.i
# comprehensions
async def comp():
    a = [x async for x in Good()]
    b = {x: 1 async for x in Good() if x > 1}
    c = {x async for x in Good()}
    d = [await co(Aw(z)) for z in (1, 2)]
    e = [y async for y in (q async for q in Good())]
    return a, b, c, d, e
show(lambda: run(comp()))
# anext/aiter
show(lambda: aiter(5)); show(lambda: aiter(BadAiter())); show(lambda: anext(5)); show(lambda: anext(NoAnext())); show(lambda: aiter(CoAiter())) if 0 else None
async def f(): return await anext(aiter(Good()))
show(lambda: run(f()))
async def f():
    g = Good(); return [await anext(g, 'd') for _ in range(4)]
show(lambda: run(f()))
async def f(): return await anext(StopAnext())
show(lambda: run(f()))
a = anext(Good(), 'd'); print(type(a).__name__); show(lambda: a.send(None)); show(lambda: a.throw(ValueError('q'))); 
a = anext(Good(), 'd'); a.send(None); show(lambda: a.close()); show(lambda: aiter()); show(lambda: anext()); show(lambda: anext(1,2,3))
show(lambda: run(co(anext(BadAnext(), 1))))
