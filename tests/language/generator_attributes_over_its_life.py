# reference: 6.2.9.1
# gi_frame, gi_running, gi_suspended, gi_yieldfrom, gi_code, names, before, during and after.
import sys
def state(g): return g.gi_frame is not None, g.gi_running, g.gi_suspended, type(g.gi_yieldfrom).__name__, g.gi_frame and g.gi_frame.f_lineno
def sub(): yield "s"; return "r"
def gen():
    global seen
    seen = state(me)
    x = yield 1
    y = yield from sub()
    z = yield from [10, 20]
    return x, y, z
me = gen(); print(state(me), next(me), seen, state(me), me.send("in"), state(me), next(me), state(me), next(me), state(me))
try: next(me)
except StopIteration as e: print(e.value, e.args, state(me))
print(me.gi_code is gen.__code__, me.__name__, me.__qualname__, repr(me).split(" at ")[0])
me.__name__ = "renamed"; me.__qualname__ = "q.renamed"; print(me.__name__, repr(me).split(" at ")[0], gen.__name__)
def t(act):
    try: print(act())
    except BaseException as e: print(type(e).__name__, e)
g = gen()
for act in (lambda: setattr(g, "__name__", 5), lambda: setattr(g, "__qualname__", None), lambda: delattr(g, "__name__"), lambda: setattr(g, "gi_frame", None), lambda: setattr(g, "gi_code", None), lambda: setattr(g, "gi_running", True), lambda: setattr(g, "gi_yieldfrom", 1), lambda: setattr(g, "x", 1), lambda: type(g)(), lambda: type("G", (type(g),), {}), lambda: g.send(5), lambda: g.send(), lambda: g.send(1, 2), lambda: g.throw(), lambda: g.throw(5), lambda: g.throw("x"), lambda: g.throw(ValueError, 1, 5), lambda: g.throw(ValueError("a"), "b"), lambda: next(g), lambda: g.close(1), lambda: g.close(), lambda: g.send(1), lambda: g.throw(KeyError("late")), lambda: g.close(), lambda: iter(g) is g, lambda: len(g), lambda: g[0], lambda: bool(g), lambda: g.__next__(1), lambda: g.__del__()): t(act)
def running():
    try: next(r)
    except ValueError as e: yield str(e)
    try: r.close()
    except ValueError as e: yield str(e)
    try: r.throw(KeyError)
    except ValueError as e: yield str(e)
    try: r.send(5)
    except ValueError as e: yield str(e)
r = running(); print(list(r))
def ignores():
    while True:
        try: yield
        except GeneratorExit: pass
g = ignores(); next(g); t(g.close); quiet = sys.unraisablehook; sys.unraisablehook = lambda a: print("ignored:", a.exc_value, a.exc_traceback.tb_lineno, type(a.object).__name__)
del g
def returns():
    try: yield
    except GeneratorExit: return 5
g = returns(); next(g); t(g.close); t(g.close)
def raises():
    try: yield
    finally: 1 / 0
g = raises(); next(g); t(g.close); print(g.gi_frame)
def stop(): yield; raise StopIteration("inner")
g = stop(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
print(list((lambda: (yield 5))()), list(i for i in (lambda: (yield from (1, 2)))()))
