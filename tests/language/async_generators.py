# reference: 6.2.9.3, 3.2.8.5
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
    finally:
        print("agen done")
async def main():
    async for x in agen(2):
        print(x)
    a = agen(3)
    print(await a.__anext__(), await a.asend("hello"))
    await a.aclose()
    return [x async for x in agen(2)]
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
print(run(main()))
