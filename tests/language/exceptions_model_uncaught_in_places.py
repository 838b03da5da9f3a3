# reference: 4.3, 8.4
# Where exceptions travel: through finally, with, generators, finalizers; what is kept and what is lost.
import sys
def trace(f):
    try:
        return f()
    except BaseException as e:
        chain = []
        while e:
            chain.append(f"{type(e).__name__}({e}){'!' if e.__suppress_context__ else ''}")
            e = e.__cause__ or e.__context__
        return " <- ".join(chain)
def a():
    try: 1 / 0
    finally: raise KeyError("finally")
def b():
    try: 1 / 0
    except ZeroDivisionError: {}["k"]
def c():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
def d():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
def e():
    try: 1 / 0
    finally: return "return wins"
def f():
    for i in 1, 2:
        try: 1 / 0
        finally: continue
    return "continue wins"
def g():
    while True:
        try: raise KeyError
        finally: break
    return "break wins"
def h():
    try:
        try: raise A
        except B: pass
    except NameError as x: raise TypeError("other") from x.__context__
def i():
    try: raise ValueError("first")
    except ValueError:
        try: raise KeyError("second")
        except KeyError: pass
        raise
def j():
    try: raise ValueError(1)
    except (KeyError, IndexError): pass
    except Exception as ex: raise ex.with_traceback(None)
def k(): raise
def l():
    try: raise ValueError("x")
    except ValueError as x:
        try: raise x
        except ValueError as y: raise KeyError from y
def gen():
    try: yield
    except ValueError: raise KeyError("from gen")
def m():
    g = gen(); next(g); g.throw(ValueError("thrown"))
def n():
    try: raise SystemExit(3)
    except Exception: return "not here"
def o():
    try: 1 / 0
    except: raise SystemExit
def p():
    raise ValueError("self") from ValueError("cause")
def q():
    x = ValueError("cycle")
    try:
        try: raise x
        except ValueError: raise KeyError("mid")
    except KeyError: raise x
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
    print(fn.__name__, trace(fn))
print(sys.exc_info(), sys.exception())
try:
    raise KeyError
except KeyError:
    print(sys.exc_info()[0].__name__, sys.exception())
    try: raise ValueError
    except ValueError: print(type(sys.exception()).__name__)
    print(type(sys.exception()).__name__)
    def inner(): return type(sys.exception()).__name__
    print(inner(), [inner() for _ in (1,)])
print(sys.exception())
