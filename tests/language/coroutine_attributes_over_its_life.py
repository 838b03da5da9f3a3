# reference: 3.4.2
# cr_frame, cr_running, cr_suspended, cr_await, cr_code, cr_origin and the errors of every misuse.
import types, sys, warnings
warnings.simplefilter("ignore")
class Wait:
    def __await__(self): x = yield "w"; return x
def state(c): return c.cr_frame is not None, c.cr_running, c.cr_suspended, type(c.cr_await).__name__, c.cr_origin
async def inner(): return await Wait()
async def co():
    global seen
    seen = state(me)
    a = await Wait()
    b = await inner()
    return a, b
me = co(); print(state(me), me.send(None), seen, state(me), me.send(1), state(me))
try: me.send(2)
except StopIteration as e: print(e.value, state(me))
print(me.cr_code is co.__code__, me.__name__, me.__qualname__, repr(me).split(" at ")[0])
def t(act):
    try: print(act())
    except BaseException as e: print(type(e).__name__, e)
c = co()
for act in (lambda: me.send(None), lambda: me.close(), lambda: me.throw(ValueError("x")), lambda: c.send(5), lambda: c.send(), lambda: iter(c), lambda: next(c), lambda: list(c), lambda: [*c], lambda: len(c), lambda: c[0], lambda: c(), lambda: setattr(c, "cr_frame", 1), lambda: setattr(c, "__name__", 1), lambda: type(c)(), lambda: c.__await__().__iter__().__class__.__name__, lambda: c.throw(TypeError("thrown")), lambda: c.send(None), lambda: c.__await__().send(None), lambda: type(c.__await__())()): t(act)
async def awaits(x): return await x
for bad in (5, None, "x", [], iter([]), (i for i in ()), awaits, type, object()):
    a = awaits(bad); t(lambda: a.send(None))
class A1:
    def __await__(self): return 5
class A2:
    def __await__(self): return inner()
class A3:
    def __await__(self): raise KeyError("aw")
class A4:
    __await__ = None
class A5:
    def __await__(self): return iter(["from iter"])
class A6:
    def __await__(self): return self
for cls in (A1, A2, A3, A4, A5, A6):
    a = awaits(cls()); t(lambda: a.send(None))
async def twice():
    c = inner(); a = c.__await__()
    try: await c
    finally: pass
x = inner(); x.send(None)
async def again(): await x
y = again(); t(lambda: y.send(None)); x.close()
z = inner(); z.close(); w = awaits(z); t(lambda: w.send(None)); t(lambda: w.send(None))
@types.coroutine
def old(): r = yield "old"; return r
async def uses(): return await old()
u = uses(); print(u.send(None), type(old()).__name__, old.__code__.co_flags & 0x100 > 0); t(lambda: u.send("back"))
async def selfish():
    return s.send(None)
s = selfish(); t(lambda: s.send(None))
async def ignore():
    while True:
        try: await Wait()
        except GeneratorExit: pass
i = ignore(); i.send(None); t(i.close); sys.unraisablehook = lambda a: print("ignored:", a.exc_value, a.exc_traceback.tb_lineno, type(a.object).__name__)
del i
async def ret(): return 1
r = ret(); t(lambda: r.throw(ValueError, "two args")); t(lambda: r.close())
async def si(): raise StopIteration(1)
q = si(); t(lambda: q.send(None))
async def sai(): raise StopAsyncIteration(1)
q = sai(); t(lambda: q.send(None))
