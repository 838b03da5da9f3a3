# reference: 3.2.8.3, 3.2.8.4, 3.2.8.5
# What yield and async make of a function: nothing runs at the call, flags, types, names.
def plain(): return 1
def gen(): print("never at the call"); yield 1
async def coro(): print("nor here")
async def agen(): yield 1
def genexp(): return (i for i in ())
lam = lambda: (yield)
def nested():
    def inner(): yield
def dead():
    return 5
    yield
def in_default(a=lambda: (yield)): pass
for f in plain, gen, coro, agen, genexp, lam, nested, dead, in_default:
    c = f.__code__
    print(f.__name__, hex(c.co_flags & ~0x13), type(f).__name__, end=" ")
    r = f()
    print(type(r).__name__, getattr(r, "__name__", None), getattr(r, "__qualname__", None))
    if hasattr(r, "close"): r.close()
try:
    next(dead())
except StopIteration as e:
    print("value", e.value)
g = gen()
print(iter(g) is g, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_frame.f_lineno, list(g), g.gi_frame)
for call in (lambda: gen(1), lambda: coro(1), lambda: agen(1), lambda: iter(agen()), lambda: gen()(), lambda: [*agen()]):
    try:
        call()
    except TypeError as e:
        print(e)
for src in ("def f(): await x", "async def f(): yield from x", "async def f():\n yield\n return 1", "yield 1", "await x", "class C: yield", "class C: await x", "[(yield) for i in x]", "def f(): return [(yield i) for i in x]", "async def f(): return (yield for i in x)", "lambda: await x", "async def f(): lambda: await x",
            "def f(a=(yield)): pass", "def g():\n def f(a=(yield)): pass", "def f() -> (yield): pass", "async def f(a: (await x)): pass", "def f(): async with x: pass", "def f(): async for x in y: pass", "def f(): [x async for x in y]", "async def f(): def_ = [x async for x in y]", "async with x: pass", "[x async for x in y]", "async def f(): (await x for y in z)"):
    try:
        compile(src, "<s>", "exec")
        print("fine", repr(src))
    except SyntaxError as e:
        print(repr(src), "|", e.msg, e.lineno, e.offset)
