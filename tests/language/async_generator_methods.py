# reference: 6.2.9.3, 6.2.9.4
# asend, athrow, aclose, __anext__; states, errors, the objects they return.
def run(aw):
    it = aw.__await__() if hasattr(aw, "__await__") else aw
    out = []
    try:
        while True: out.append(next(it))
    except StopIteration as e:
        return e.value if not out else (out, e.value)
    except BaseException as e:
        return type(e).__name__, str(e)
class Tick:
    def __await__(s): yield "tick"
async def ag():
    try:
        x = yield 1
        print("x", x)
        await Tick()
        y = yield 2
        print("y", y)
    except ValueError as e:
        print("caught", e)
        yield "handled"
    finally:
        await Tick()
        print("finally")
g = ag()
print(type(g).__name__, g.__name__, g.ag_running, g.ag_suspended, g.ag_frame is not None, g.ag_code.co_name, g.ag_await)
print(run(g.__anext__()), run(g.asend("a")), run(g.asend("b")), run(g.__anext__()), run(g.aclose()))
g = ag()
print(run(g.asend("not none")), run(g.asend(None)), run(g.athrow(ValueError("v"))), run(g.aclose()), run(g.aclose()), run(g.asend(None)), run(g.athrow(KeyError("k"))))
g = ag()
print(run(g.athrow(ValueError("before start"))), run(g.__anext__()))
g = ag()
print(run(g.aclose()), run(g.__anext__()))
g = ag(); run(g.__anext__())
print(run(g.athrow(StopAsyncIteration)))
g = ag(); run(g.__anext__())
print(run(g.athrow(GeneratorExit)))
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
g = ignores(); run(g.__anext__())
print(run(g.aclose()))
async def ticks():
    await Tick()
    yield 1
g = ticks()
a = g.__anext__()
print(type(a).__name__, a.send(None), g.ag_running)
b = g.__anext__()
try: b.send(None)
except RuntimeError as e: print(e)
try: g.aclose().send(None)
except RuntimeError as e: print(e)
try: g.athrow(ValueError).send(None)
except RuntimeError as e: print(e)
try: a.send(None)
except StopIteration as e: print("value", e.value)
for act in (lambda: a.send(None), lambda: a.throw(ValueError), lambda: a.close(), lambda: next(g), lambda: iter(g), lambda: g.send(1), lambda: g.asend(), lambda: g.__aiter__() is g, lambda: setattr(g, "ag_frame", 1), lambda: g()):
    try: print(act())
    except (RuntimeError, TypeError, AttributeError) as e: print(type(e).__name__, e)
a = ag().asend(None); a.close()
try: next(iter(a))
except RuntimeError as e: print(e)
async def values():
    for i in range(3): yield i
async def use():
    return [x async for x in values()], [x async for x in values() if x][0], await anext(values()), sorted({x async for x in values()})
print(run(use()))
async def stop(): yield 1; raise StopIteration
async def stopa(): yield 1; raise StopAsyncIteration("s")
async def allof(g): return [x async for x in g]
print(run(allof(stop())), run(allof(stopa())))
