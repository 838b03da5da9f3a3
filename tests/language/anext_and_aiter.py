# reference: 3.4.3
# aiter and anext with and without a default.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n

def run(co):
    try: co.send(None)
    except StopIteration as e: return e.value

async def f(): return [await anext(AI(2)), [x async for x in aiter(AI(3))]]

run(f())

async def f(): return await anext(AI(0))

run(f())

aiter(3)

anext(3)

anext()

aiter()

class Bad:
    def __aiter__(self): return 3

aiter(Bad())

class Bad2:
    def __anext__(self): return 3

async def f(): return await anext(Bad2())

run(f())

async def gen():
    yield 1
    yield 2

async def f():
    g = gen()
    return [await anext(g), await anext(g)]

run(f())

async def f():
    async for x in 3: pass

run(f())

async def f():
    async for x in Bad(): pass

run(f())
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
