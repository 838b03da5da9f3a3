# reference: 3.4.3, 8.9.2, aiter(), anext()
# __aiter__ and __anext__, what they must return, aiter() and anext() with and without default.
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e:
        return (out, e.value) if out else e.value
    except BaseException as e:
        return type(e).__name__, str(e)
class Count:
    def __init__(s, n): s.n = n
    def __aiter__(s): return s
    async def __anext__(s):
        if not s.n: raise StopAsyncIteration
        s.n -= 1
        return s.n
async def collect(it):
    out = []
    async for x in it: out.append(x)
    else: out.append("else")
    return out
print(run(collect(Count(3))))
class NoNext:
    def __aiter__(s): return s
class IterCoro:
    async def __aiter__(s): return s
class NextPlain:
    def __aiter__(s): return s
    def __anext__(s): return 5
class IterFive:
    def __aiter__(s): return 5
class Raises:
    def __aiter__(s): return s
    async def __anext__(s): raise KeyError("next")
class IterRaises:
    def __aiter__(s): raise ValueError("iter")
class NoneIter:
    __aiter__ = None
class StopIter:
    def __aiter__(s): return s
    def __anext__(s): raise StopAsyncIteration
for it in (NoNext(), NextPlain(), IterFive(), Raises(), IterRaises(), NoneIter(), StopIter(), [1], 5):
    print(type(it).__name__, run(collect(it)))
c = IterCoro()
async def gen():
    yield 1; yield 2
async def main():
    g = gen()
    print(aiter(g) is g, await anext(g), await anext(g, "d"), await anext(g, "d"), await anext(g, "d"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("stop", e.args)
    a = anext(Count(1), "default")
    print(type(a).__name__, await a)
    async for i in Count(5):
        if i == 3: continue
        if i == 1: break
        print(i, end=" ")
    else: print("no else")
    print([x async for x in gen()], {x: y async for x in gen() for y in [x]}, {x async for x in gen() if x > 1}, [y for y in [x async for x in gen()]], [await anext(Count(4)) for _ in range(2)])
    async for (p, *q) in pairs(): print(p, q)
    return "done"
async def pairs():
    yield "abc"; yield [1]
print(run(main()))
for act in (lambda: aiter(5), lambda: aiter(NoNext()), lambda: aiter(IterFive()), lambda: anext(5), lambda: anext([]), lambda: anext(), lambda: anext(1, 2, 3), lambda: aiter(), lambda: aiter(1, 2), lambda: anext(NextPlain()), lambda: run(anext(NextPlain(), 1).__await__()), lambda: run(anext(Raises(), 1).__await__()), lambda: anext(gen, 1)):
    try:
        print(act())
    except TypeError as e:
        print(e)
