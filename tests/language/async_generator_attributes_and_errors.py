# reference: 6.2.9.3
# ag_frame, ag_running, ag_suspended, ag_await, and the errors of asend, athrow and aclose.
import sys
class Wait:
    def __await__(self): x = yield "w"; return x
def state(g): return g.ag_frame is not None, g.ag_running, g.ag_suspended, type(g.ag_await).__name__
def t(act):
    try: r = act(); print(r if " at 0x" not in repr(r) else type(r).__name__)
    except BaseException as e: print(type(e).__name__, repr(str(e)))
async def ag():
    x = yield 1
    await Wait()
    try: y = yield x
    except ValueError as e: y = yield "caught " + str(e)
def run(aw, *sends):
    it = aw.__await__() if hasattr(aw, "__await__") else aw; v = None; sends = list(sends)
    try:
        while True: out = it.send(v); print("  waits", out); v = sends.pop(0) if sends else None
    except StopIteration as e: return e.value
    except StopAsyncIteration as e: return "end", e.args
g = ag(); print(state(g), g.ag_code is ag.__code__, g.__name__, repr(g).split(" at ")[0])
print(run(g.__anext__()), state(g), run(g.asend("two")), state(g), run(g.athrow(ValueError("v"))), state(g), run(g.asend(5)), state(g), run(g.asend(6)), run(g.aclose()), run(g.athrow(KeyError("k"))) if 0 else None)
for act in (lambda: ag().asend(5).send(None), lambda: ag().asend(), lambda: ag().athrow(), lambda: ag().athrow(5).send(None), lambda: ag().athrow("x").send(None), lambda: ag().athrow(ValueError("first")).send(None), lambda: ag().aclose(1), lambda: ag().aclose().send(5), lambda: ag().__anext__().send(5), lambda: iter(ag()), lambda: next(ag()), lambda: ag().__aiter__().__class__.__name__, lambda: setattr(ag(), "ag_frame", 1), lambda: type(ag())(), lambda: [*ag()], lambda: ag().__class_getitem__(int), lambda: type(ag().asend(1)).__name__, lambda: type(ag().aclose()).__name__, lambda: type(ag().asend(None))()): t(act)
g = ag(); a = g.asend(None); t(lambda: a.send(None)); t(lambda: a.send(None)); t(lambda: a.throw(ValueError)); t(lambda: a.close()); t(lambda: next(a))
g = ag(); a = g.asend(None); b = g.asend(None); run(a); c = g.asend("x"); print("first:", c.send(None), state(g)); t(lambda: b.send(None)); t(lambda: g.aclose().send(None)); t(lambda: g.athrow(KeyError).send(None)); t(lambda: c.throw(KeyError("in"))); print(state(g)); t(lambda: g.asend(1).send(None))
a = ag().aclose(); t(lambda: a.send(None)); t(lambda: a.send(None)); t(lambda: a.throw(ValueError("x")))
async def ignores():
    while True:
        try: yield 1
        except GeneratorExit: pass
g = ignores(); run(g.asend(None)); t(lambda: run(g.aclose())); sys.unraisablehook = lambda a: print("ignored:", a.exc_value, a.exc_traceback.tb_lineno, type(a.object).__name__)
del g
async def awaits_in_finally():
    try: yield 1
    finally: print("fin", await Wait())
g = awaits_in_finally(); run(g.asend(None)); print(run(g.aclose(), "sent"))
async def stops(): yield 1; raise StopAsyncIteration
g = stops(); run(g.asend(None)); t(lambda: g.asend(None).send(None))
async def stops2(): raise StopIteration(5); yield
g = stops2(); t(lambda: g.asend(None).send(None))
h = sys.get_asyncgen_hooks(); print(h)
sys.set_asyncgen_hooks(firstiter=lambda g: print("first", g.__name__), finalizer=lambda g: print("final", g.__name__))
g = ag(); run(g.asend(None)); del g
for bad in ({"firstiter": 5}, {"finalizer": "x"}):
    try: sys.set_asyncgen_hooks(**bad)
    except TypeError as e: print(e)
sys.set_asyncgen_hooks(*h)
t(lambda: anext(5)); t(lambda: aiter(5)); t(lambda: anext(ag(), 1, 2)); t(lambda: anext()); t(lambda: aiter(ag(), 1))
class BadIter:
    def __aiter__(self): return 5
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
t(lambda: aiter(BadIter())); t(lambda: anext(BadNext()).__class__.__name__)
async def loop(x):
    async for i in x: print(i)
for bad in (5, [1], BadIter(), BadNext(), None):
    c = loop(bad); t(lambda: c.send(None))
async def withs(x):
    async with x: pass
class OnlyEnter:
    async def __aenter__(self): pass
class NotAwait:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return 5
for bad in (5, OnlyEnter(), NotAwait(), open):
    c = withs(bad); t(lambda: c.send(None))
