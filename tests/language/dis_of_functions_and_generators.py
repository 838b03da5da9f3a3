# reference: 3.2.13.1
# Functions, closures, generators, coroutines, comprehensions: their names in dis.
import dis, io
def closure(a):
    b = a
    def inner(c): nonlocal b; b += c; return a + b
    return inner
def gen(x):
    y = yield x
    yield from y
    return 5
async def co(x):
    await x
    async with x as y: pass
    async for z in y: print(z)
    return [w async for w in x]
async def agen():
    yield 1
def comps(n):
    return [i for i in n if i], {i for i in n}, {i: j for i in n for j in i}, (i for i in n)
def locals_and_del(a, b):
    del a
    try: return b
    finally: del b
def fast(a, b): return a + b - a * 1 + len(a)
def generic[T: int](x: T) -> T: return x
class K[T](list[T]):
    def m(self): return super().m()
def starargs(*args, **kwargs): return starargs(*args, **kwargs)
def defaults(a=[], *, k={}): pass
def without_addresses(text): return " at ".join(part if n == 0 else part[part.index(","):] for n, part in enumerate(text.split(" at 0x")))
for f in (closure, gen, co, agen, comps, locals_and_del, fast, generic, K.m, starargs, defaults):
    print("#", f.__name__)
    out = io.StringIO(); dis.dis(f, file=out); print(without_addresses(out.getvalue()), end="")
