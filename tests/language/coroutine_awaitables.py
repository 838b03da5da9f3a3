# reference: 3.4.1, 6.4
# What may be awaited: coroutines, objects with __await__, generator coroutines; what __await__ must return.
import sys
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e:
        return out, e.value
    except Exception as e:
        return out, type(e).__name__, str(e)
class A:
    def __init__(s, *v): s.v = v
    def __await__(s):
        for x in s.v: yield x
        return sum(s.v)
async def inner(): return await A(1, 2) + await A(3)
async def outer(): return [await inner(), await A(), await (await give(A(9)))]
async def give(x): return x
print(run(outer()))
class It:
    def __await__(s): return iter([1, 2])
class Own:
    def __await__(s): return s
    def __next__(s): raise StopIteration("own value")
    def __iter__(s): return s
class BadReturn:
    def __await__(s): return 5
class RetCoro:
    def __await__(s): return c
class RetList:
    def __await__(s): return [1]
class Raises:
    def __await__(s): raise KeyError("await")
class No:
    __await__ = None
class Inst: pass
i = Inst(); i.__await__ = lambda: iter([])
async def aw(x): return await x
c = give(1)
for x in (It(), Own(), BadReturn(), RetCoro(), RetList(), Raises(), No(), i, 5, None, [], give, (x for x in ()), print, Inst):
    print(type(x).__name__, run(aw(x)))
c.close()
async def ag(): yield 1
print(run(aw(ag())))
c = give(3)
print(run(aw(c)), run(aw(c)))
async def twice(c): return await c, await c
print(run(twice(give(4))))
async def order():
    r = []
    r.append(await A(1) if await A() else 0)
    r += [await A(2)]
    x = {await give("k"): await give("v"), **await give({"z": 1})}
    return r, x, f"{await give('f')}", not await give(0), -await give(5), await give(2) ** 2, [y for y in await give([1, 2])]
print(run(order()))
