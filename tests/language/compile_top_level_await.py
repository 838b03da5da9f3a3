# reference: compile()
# PyCF_ALLOW_TOP_LEVEL_AWAIT: await, async for, async with and comprehensions outside functions make a coroutine.
ALLOW = 0x2000
class W:
    def __init__(s, v=None): s.v = v
    def __await__(s): yield "waits"; return s.v
class CM:
    async def __aenter__(s): return await W("entered")
    async def __aexit__(s, *a): print("exit", a[0]); return True
async def ag(n):
    for i in range(n): yield i
ns = {"W": W, "ag": ag, "CM": CM}
for mode in ("exec", "single", "eval"):
    for src in ("x = await W(5); print(x)", "await W(6)", "async for i in ag(2): print(i)\n", "print([i async for i in ag(3)], {i async for i in ag(2)}, {i: i async for i in ag(2)})", "async with CM() as z: print(z); 1 / 0\n", "print([await W(i) for i in range(2)])", "y = 1", "1 + 1", "g = (i async for i in ag(2)); print([i async for i in g])", "def f(): await W()\n", "class C: await W()\n", "lambda: await W()", "yield 1", "return 1", "await W(); yield", "x = lambda: [i async for i in ag(1)]", "async def f(): await W()\n", "[x async for x in ag(1)]"):
        try: code = compile(src, "<s>", mode, ALLOW)
        except SyntaxError as e: print(mode, repr(src), "!", e.msg); continue
        result = eval(code, ns)
        print(mode, repr(src), hex(code.co_flags), type(result).__name__)
        if hasattr(result, "send"):
            try:
                while True: print("  ", result.send(None))
            except StopIteration as e: print("   ->", e.value)
for src in ("await W()", "async for i in ag(1): pass", "async with CM(): pass", "[i async for i in ag(1)]"):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
import types
f = types.FunctionType(compile("r = await W(7)", "<s>", "exec", ALLOW), ns)
try: f().send(None); 
except StopIteration: pass
for flags in (0x2000 | 0x400, 1 << 30, -1, "x", 2**70):
    try: print(type(compile("1", "<s>", "exec", flags)).__name__)
    except Exception as e: print(type(e).__name__, e)
