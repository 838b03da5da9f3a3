# reference: 8.4.2
# Which parts each except* gets, what is raised at the end, naked exceptions, errors in handlers.
def show(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message!r}: {', '.join(show(x) for x in e.exceptions)})"
    return f"{type(e).__name__}({e})"
V, K, T, O = ValueError, KeyError, TypeError, OSError
def run(exc, *handlers, fail=None):
    log = []
    try:
        try: raise exc
        except* handlers[0] as e:
            log.append(("h0", show(e)))
            if fail == 0: raise RuntimeError("from h0")
            if fail == "bare": raise
            if fail == "e": raise e
        except* handlers[1] as e:
            log.append(("h1", show(e)))
            if fail == 1: raise RuntimeError("from h1") from None
    except BaseException as e:
        log.append(("out", show(e), repr(e.__context__)[:60], repr(e.__cause__)[:40]))
    return log
g = lambda: ExceptionGroup("g", [V(1), K(2), ExceptionGroup("in", [V(3), T(4)]), O(5)])
for args in ((V, K), (V, (K, T)), (Exception, V), (T, T), (LookupError, O), (ZeroDivisionError, MemoryError)):
    for entry in run(g(), *args): print(entry)
    print()
for fail in (0, 1, "bare", "e"):
    for entry in run(g(), V, K, fail=fail): print(fail, entry)
print(run(V("naked"), V, K), run(V("naked"), K, T), run(V("naked"), V, K, fail=0), run(KeyboardInterrupt("ki"), BaseException, V), run(BaseExceptionGroup("b", [KeyboardInterrupt(1), V(2)]), V, K))
print(run(g(), ExceptionGroup, V)[-1], run(g(), (V, ExceptionGroup), V)[-1], run(g(), 5, V)[-1], run(g(), V, "x")[-1])
def flow():
    try: pass
    except* V: print("no")
    else: print("else")
    finally: print("finally")
    try: raise ExceptionGroup("eg", [V(1)])
    except* V as e: pass
    print("e" in locals())
    try: raise ExceptionGroup("eg", [V(1)])
    except* V:
        try: raise K
        except K: print("nested try inside")
flow()
class MyGroup(ExceptionGroup):
    def derive(s, excs): return MyGroup(s.message + "!", excs)
print(run(MyGroup("mine", [V(1), K(2)]), V, T))
e1 = ExceptionGroup("same", [V(1)])
try:
    try: raise e1
    except* K: pass
except ExceptionGroup as e2: print(e2 is e1)
