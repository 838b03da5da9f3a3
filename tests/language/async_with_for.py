# reference: 8.9.2, 8.9.3
class CM:
    async def __aenter__(self): print("aenter"); return "res"
    async def __aexit__(self, *a): print("aexit", a[0])
class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def main():
    async with CM() as r:
        print(r)
    async for i in It():
        print(i)
    else:
        print("else")
    return [i async for i in It() if i != 2]
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
print(run(main()))
