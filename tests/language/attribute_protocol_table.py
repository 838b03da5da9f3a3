# reference: 3.3.2
# The order in which attributes are found, set and deleted, with every mixture of hooks, and the words of each failure.
class Data:
    def __get__(s, o, t): return ("data", o is None)
    def __set__(s, o, v): print("data set", v)
    def __delete__(s, o): print("data del")
class NonData:
    def __get__(s, o, t): return ("nondata", o is None)
class SetOnly:
    def __set__(s, o, v): print("set only", v)
class DelOnly:
    def __delete__(s, o): print("del only")
class RaisesGet:
    def __get__(s, o, t): raise AttributeError("from get")
class C:
    data, nondata, setonly, delonly, plain, raises = Data(), NonData(), SetOnly(), DelOnly(), "class plain", RaisesGet()
c = C(); c.__dict__.update(data="i", nondata="i", setonly="i", delonly="i", plain="i", raises="i")
print(c.data, c.nondata, c.setonly, c.delonly, c.plain, c.raises if 0 else "", C.data, C.nondata, C.plain)
class G(C):
    def __getattr__(s, n): return ("getattr", n)
class GA(C):
    def __getattribute__(s, n):
        if n == "secret": raise AttributeError("hidden " + n)
        return object.__getattribute__(s, n)
class Both(GA):
    def __getattr__(s, n): return ("fallback", n)
class Wild:
    def __getattribute__(s, n): raise KeyError(n)
g, ga, b = G(), GA(), Both()
for o in (c, g, ga, b, Wild()):
    for n in ("plain", "raises", "secret", "missing", "__class__", "__dict__"):
        try: r = getattr(o, n); print(type(o).__name__, n, r if n[0] != "_" else type(r).__name__)
        except Exception as e: print(type(o).__name__, n, type(e).__name__, e)
        try: print("   ", hasattr(o, n), getattr(o, n, "default") if n[0] != "_" else "")
        except Exception as e: print("   ", type(e).__name__, e)
for n in ("data", "nondata", "setonly", "delonly", "plain", "missing"):
    for act in (lambda: setattr(c, n, "new"), lambda: delattr(c, n), lambda: delattr(c, n)):
        try: act(); print(n, "ok", c.__dict__.get(n))
        except Exception as e: print(n, type(e).__name__, e)
class Frozen:
    __slots__ = ()
    x = 1
class FrozenSet:
    def __setattr__(s, n, v): raise TypeError(f"no {n}")
    def __delattr__(s, n): raise TypeError(f"no del {n}")
class NoneSet: __setattr__ = None
class PropNoSet:
    @property
    def p(s): return 1
class PropRaise:
    @property
    def p(s): return s.missing_inner
    def __getattr__(s, n): return ("rescued", n)
for o, n in ((Frozen(), "x"), (Frozen(), "y"), (FrozenSet(), "q"), (NoneSet(), "q"), (PropNoSet(), "p"), (5, "real"), (5, "zz"), ("s", "upper"), (None, "x"), (len, "x"), (int, "x"), ([], "append"), (object(), "x"), (C, "data"), ((lambda: 0), "x"), (C.data, "x") if 0 else (..., "x")):
    for act in ("setattr", "delattr"):
        try: setattr(o, n, 1) if act == "setattr" else delattr(o, n); print(act, type(o).__name__, n, "ok")
        except Exception as e: print(act, type(o).__name__, n, type(e).__name__, e)
print(PropRaise().p)
for bad in (5, None, b"x", ("a",)):
    for f in (lambda: getattr(c, bad), lambda: setattr(c, bad, 1), lambda: delattr(c, bad), lambda: hasattr(c, bad), lambda: object.__getattribute__(c, bad), lambda: c.__getattribute__(bad)):
        try: f()
        except TypeError as e: print(e)
