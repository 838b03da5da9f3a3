# reference: 8.9.1, 3.4.2
# A coroutine driven by hand: send, throw, close, awaiting twice, awaiting what is running or not awaitable.
import types, warnings
warnings.simplefilter("ignore")
class A:
    def __init__(self, *v): self.v = v
    def __await__(self):
        for x in self.v:
            try: got = yield x
            except KeyError as e: got = repr(e)
        return got if self.v else "nothing"
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
async def c(*v): return "result", await A(*v)
x = c(1, 2); show(lambda: x.send(3)); show(lambda: x.send(None)); show(lambda: x.send("a")); show(lambda: x.throw(KeyError("k"))); show(lambda: x.send(None)); show(lambda: x.throw(KeyError)); show(x.close)
x = c(); show(lambda: x.send(None))
x = c(1); x.close(); show(lambda: x.send(None))
x = c(1); show(lambda: x.throw(ValueError("early"))); show(lambda: x.send(None))
x = c(1); x.send(None); show(x.close); show(x.close)
async def twice():
    k = c(); print(await k)
    try: await k
    except RuntimeError as e: print(e)
show(lambda: twice().send(None))
async def itself():
    try: await me
    except RuntimeError as e: print(e)
    try: me.send(None)
    except ValueError as e: print(e)
me = itself(); show(lambda: me.send(None))
async def busy():
    k = c(1); k.send(None)
    try: await k
    except RuntimeError as e: print(e)
    k.close()
show(lambda: busy().send(None))
class Bad1:
    def __await__(self): return [1]
class Bad2:
    def __await__(self): return c()
class Bad3:
    def __await__(self): return 5
class Bad4: __await__ = None
async def aw(v): return await v
for v in (Bad1(), Bad2(), Bad3(), Bad4(), 5, None, "s", (x for x in "a"), c, [c]): show(lambda: aw(v).send(None))
@types.coroutine
def old(): got = yield "old"; return got
x = aw(old()); show(lambda: x.send(None)); show(lambda: x.send("back"))
async def ignores():
    try: await A(1)
    except GeneratorExit: await A(2)
x = ignores(); x.send(None); show(x.close)
async def stop(): raise StopIteration("s")
show(lambda: stop().send(None))
for f in (lambda: iter(c()), lambda: next(c()), lambda: list(c()), lambda: [*c()], lambda: c()()): show(f)
w = c(7).__await__(); print(type(w).__name__, next(w)); show(lambda: w.send("via wrapper")); show(lambda: iter(w) is w)
