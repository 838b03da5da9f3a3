# reference: 3.2.8.4, 8.9.1, 6.4
# async def makes coroutines: nothing runs at the call, return values, exceptions, nesting, default arguments.
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
    except Exception as e: return type(e).__name__, str(e)
    return "suspended"
async def a(x=1, *args, k=2, **kw): return x, args, k, kw
async def b(): return await a(5, 6, k=7, z=8), await a()
async def c(): raise KeyError("c")
async def d():
    try: await c()
    except KeyError as e: return f"caught {e}"
    finally: print("finally in d")
async def e(n): return n and 1 + await e(n - 1)
async def f(): return [await a(i) for i in range(2)], {await a(i): i for i in range(1)} if 0 else "", (lambda: 5)()
async def g():
    async def inner(): return "inner"
    return await inner()
class K:
    async def m(self): return self
    @staticmethod
    async def s(): return "static"
    @classmethod
    async def c(cls): return cls.__name__
    async def __call__(self): return "called"
    def __await__(self): return self.m().__await__()
k = K()
for co in (a(), b(), c(), d(), e(20), f(), g(), k.s(), K.c(), k()): print(run(co))
async def use(): return (await k) is k, (await k.m()) is k
print(run(use()), a.__code__.co_flags & 0x80, type(a).__name__)
for bad in (lambda: a(1, x=1), lambda: e(), lambda: b(1)):
    try: bad()
    except TypeError as err: print(err)
