# reference: 6.2.8, 6.2.9.3
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
class Aw:
    def __init__(self, v=1): self.v = v
    def __await__(self):
        r = yield self.v
        return r
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
async def simple(): yield 1
# async gen expression
async def m():
    ge = (x async for x in simple()); print(type(ge).__name__, ge.__name__)
    return [v async for v in ge]
show(lambda: run(m()))
async def yfr():
    async for x in simple(): yield x * 2
    await Aw()
    return
async def m2(): return [v async for v in yfr()]
show(lambda: run(m2()))
g = simple(); show(lambda: iter(g)); show(lambda: next(g)); show(lambda: g.send(1)); show(lambda: [*g]); show(lambda: aiter(g) is g)
print(sorted(x for x in dir(g) if not x.startswith('__')), simple.__code__.co_flags & 0x200)
async def exc():
    try: yield 1
    except ValueError as e: print('caught', e); yield 'handled'
g = exc(); run(g.__anext__()); show(lambda: run(g.athrow(ValueError('z')))); show(lambda: run(g.__anext__()))
async def fin():
    try: yield 1
    finally: await Aw('fin'); print('cleanup')
g = fin(); run(g.__anext__()); c = g.aclose(); print(c.send(None)); show(lambda: c.send(None)); 
g = fin(); run(g.__anext__()); c = g.athrow(KeyError('k')); print(c.send(None)); show(lambda: c.send(None))
show(lambda: type(g).__class_getitem__(int))
