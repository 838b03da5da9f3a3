# reference: 8.9.2, 8.9.3, 6.2.8
# async for and with in every mixture, driven by hand.
class Wait:
    def __init__(s, v): s.v = v
    def __await__(s): yield s.v; return s.v
def run(c):
    seen = []
    try:
        while True: seen.append(c.send(None))
    except StopIteration as e: return e.value, seen
    except Exception as e: return f"{type(e).__name__}: {e}", seen
class CM:
    def __init__(s, n, ret=None): s.n, s.ret = n, ret
    async def __aenter__(s): print("enter", s.n); await Wait(f"e{s.n}"); return s.n
    async def __aexit__(s, t, v, tb): print("exit", s.n, t and t.__name__); await Wait(f"x{s.n}"); return s.ret
async def agen(n):
    try:
        for i in range(n): await Wait(f"g{i}"); yield i
    finally: print("agen finally")
class AIter:
    def __init__(s, n): s.n = n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.n == 0: raise StopAsyncIteration
        s.n -= 1; return s.n
async def a1():
    async with CM(1) as x, CM(2, True) as y: raise ValueError(x + y)
    return "suppressed"
async def a2():
    out = []
    async for i in agen(3):
        if i == 1: continue
        out.append(i)
    else: out.append("else")
    return out
async def a3():
    return [x async for x in agen(2)], {x: y async for x in AIter(2) for y in "ab"}, {x for x in [await Wait(5)]}, [await Wait(x) async for x in AIter(2) if await Wait(True)], [[y async for y in AIter(x)] for x in (1, 2)]
async def a4():
    g = (x * 2 async for x in agen(2)); r = [await g.__anext__(), await anext(g), await anext(g, "end")]
    return r, type(g).__name__
async def a5():
    async for i in agen(3):
        if i == 1: break
    else: return "not here"
    return "broke"
async def a6():
    try:
        async with CM(1): return "returned"
    finally: await Wait("fin")
async def a7():
    async with CM(1, False): raise KeyError("k")
async def a8(): return await a2(), await a6()
async def a9():
    async for (a, *b), c in ag2(): return a, b, c
async def ag2(): yield "xyz", 5
async def a10(): return [i async for i in agen(1)] and (lambda: [i for i in range(2)])()
async def a11():
    async for i in AIter(2): await Wait(i)
    async with CM(3) as a11.x: pass
    return a11.x, i
for f in (a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11): print(f.__name__, run(f()))
