# reference: 8.9.1, 6.4, 3.2.8.4
async def add(a, b):
    return a + b
async def main():
    x = await add(1, 2)
    return x * 2
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
print(run(main()))
class Aw:
    def __await__(self):
        r = yield "suspended"
        return r
async def m():
    return await Aw()
c = m()
print(c.send(None))
try:
    c.send("resumed")
except StopIteration as e:
    print(e.value)
try:
    run((lambda: (yield))())
except Exception as e:
    print(type(e))
async def bad():
    await 5
try:
    run(bad())
except TypeError as e:
    print(e)
