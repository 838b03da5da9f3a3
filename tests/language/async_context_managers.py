# reference: 3.4.4, 8.9.3
# __aenter__ and __aexit__: looked up on the type, awaited, swallow, replace; several at once.
def run(c):
    try:
        while True: print("yielded", c.send(None))
    except StopIteration as e:
        return e.value
    except BaseException as e:
        return type(e).__name__, str(e), repr(e.__context__)
class Tick:
    def __init__(s, n): s.n = n
    def __await__(s): yield s.n; return s.n
class CM:
    def __init__(s, n, swallow=False): s.n, s.swallow = n, swallow
    async def __aenter__(s): print("aenter", s.n); return await Tick(s.n)
    async def __aexit__(s, t, v, tb): print("aexit", s.n, t and t.__name__, v, tb is not None); await Tick(-s.n); return s.swallow
async def main():
    async with CM(1) as a, CM(2) as b: print(a, b)
    async with (CM(3, True), CM(4),): raise ValueError("swallowed by 3")
    for i in range(2):
        async with CM(5):
            if i: break
            continue
    async with CM(6): return "value"
print(run(main()))
class Plain:
    def __enter__(s): pass
    def __exit__(s, *a): pass
class NotAw:
    def __aenter__(s): return 5
    def __aexit__(s, *a): return 6
class ExitNotAw(CM):
    def __aexit__(s, *a): return 7
class NoExit:
    async def __aenter__(s): pass
class Fails(CM):
    async def __aexit__(s, *a): raise KeyError("aexit")
class EnterFails(CM):
    async def __aenter__(s): raise OSError("aenter")
async def use(cm, fail=False):
    async with cm as x:
        print("body", x)
        if fail: raise ValueError("body")
    return "after"
for cm in (Plain(), NotAw(), ExitNotAw(7), NoExit(), Fails(8), EnterFails(9), 5, CM):
    print(run(use(cm)))
print(run(use(Fails(10), True)), run(use(ExitNotAw(11), True)), run(use(CM(12, True), True)), run(use(CM(13), True)))
async def sync(cm):
    with cm: pass
print(run(sync(CM(1))))
async def agen():
    async with CM(20):
        yield 1
        yield 2
async def closing():
    g = agen()
    print(await g.__anext__())
    await g.aclose()
    return "closed"
print(run(closing()))
