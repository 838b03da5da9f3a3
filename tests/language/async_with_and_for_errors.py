# reference: 8.9.2, 8.9.3
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
# async with errors
class NoEnter: pass
class NoExit:
    async def __aenter__(self): return self
class SyncCM:
    def __enter__(self): return self
    def __exit__(self, *a): pass
class BadEnter:
    def __aenter__(self): return 5
    async def __aexit__(self, *a): pass
class BadExit:
    async def __aenter__(self): return 5
    def __aexit__(self, *a): return 7
class Supp:
    async def __aenter__(self): return 'e'
    async def __aexit__(self, t, v, tb): print('exit', t and t.__name__, v); return True
class Ex:
    async def __aenter__(self): raise KeyError('enter')
    async def __aexit__(self, *a): print('no')
for M in (NoEnter, NoExit, SyncCM, BadEnter, BadExit, Supp, Ex):
    async def f():
        async with M() as m: print('body', m)
        return 'done'
    show(lambda: run(f()))
async def f():
    async with Supp() as m: raise ValueError('s')
    return 'after'
show(lambda: run(f()))
async def f():
    async with BadExit() as m: raise ValueError('s')
show(lambda: run(f()))
def sync():
    with Supp(): pass
show(sync)
def sync2():
    with NoEnter(): pass
show(sync2)
# async for errors
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
for M in (NoAiter, BadAiter, NoAnext, BadAnext, RaiseAnext, StopAnext, Good, lambda: [1]):
    async def f():
        r = []
        async for x in M(): r.append(x)
        else: r.append('else')
        return r
    show(lambda: run(f()))
def coaiter():
    async def f():
        async for x in CoAiter(): pass
    return run(f())
def syncfor():
    for x in Good(): pass
show(syncfor)
