# reference: 8.4.4
# return, break, continue and raise in finally; else; nested handlers; the name after except; re-raising.
def t(f, *a):
    try: print(f.__name__, a, f(*a))
    except BaseException as e: print(f.__name__, a, type(e).__name__, e, repr(e.__context__))
def a():
    try: return "try"
    finally: return "finally"
def b():
    try: 1 / 0
    finally: return "swallowed"
def c():
    for i in range(3):
        try: 1 / 0
        finally: continue
    return i
def d():
    while True:
        try: return "try"
        finally: break
    return "after"
def e():
    try: raise KeyError("first")
    finally: raise ValueError("second")
def f(x):
    try: r = "ok" if x else 1 / 0
    except ZeroDivisionError: r = "handled"
    else: r += " else"
    finally: r += " finally"
    return r
def g():
    try:
        try: raise KeyError("inner")
        except ValueError: print("wrong")
        finally: print("inner finally")
    except KeyError as e: print("outer", e)
    try: e
    except UnboundLocalError as x: return str(x)
def h():
    e = "before"
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
def i():
    try: raise ValueError(1)
    except ValueError as x:
        try: raise TypeError(2)
        except TypeError: pass
        raise
def j():
    try: raise ValueError(1)
    except (KeyError, (TypeError, ValueError)): return "nested tuple"
def k():
    try: raise ValueError(1)
    except 5: pass
def l():
    try: raise ValueError(1)
    except (ValueError, 5): return "found first"
def m():
    try: raise ValueError(1)
    except (5, ValueError): pass
def n():
    try: raise ValueError(1)
    except undefined_name: pass
def o():
    try: pass
    except undefined_name: pass
    return "not evaluated"
def p():
    try: raise ValueError(1)
    except BaseException() if 0 else ValueError: return "expression"
def q():
    raise
def r():
    try: 1 / 0
    except ZeroDivisionError: pass
    raise
def s():
    x = 1
    try: return x
    finally: x = 2
def u():
    x = [1]
    try: return x
    finally: x.append(2)
def v():
    def gen():
        try: yield 1
        finally: yield 2
    g = gen(); next(g)
    try: g.close()
    except RuntimeError as e: return str(e)
def w():
    try:
        try: raise KeyError("k")
        finally:
            try: raise ValueError("v")
            except ValueError: pass
    except KeyError as e: return e.__context__, e.args
def x():
    try: raise ValueError("a")
    except ValueError as err:
        err = None
    return "deleted twice is fine"
def y():
    for z in (1, 2):
        try:
            if z == 1: continue
            return z
        finally: print("finally", z)
def z():
    try: raise type("Odd", (Exception,), {"__str__": lambda s: "odd"})
    except Exception as e: return str(e), type(e).__name__
for fn in (a, b, c, d, e, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w, x, y, z): t(fn)
t(f, 1); t(f, 0)
for bad in ("raise 5", "raise 'x'", "raise None", "raise ValueError from 5", "raise ValueError(1) from 'x'", "raise int", "raise ValueError, 1", "raise object()", "raise type", "raise ValueError from ValueError", "raise (ValueError)", "raise [ValueError]", "raise ValueError if 1 else 2"):
    try: exec(bad)
    except BaseException as e: print(bad, type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg, repr(e.__cause__))
class New:
    def __new__(c): return 5
class ENew(Exception):
    def __new__(c, *a): return "not an exception"
class EInit(Exception):
    def __init__(s): raise KeyError("init")
for cls in (New, ENew, EInit):
    try: raise cls
    except BaseException as e: print(cls.__name__, type(e).__name__, e)
