# reference: 3.3.3.4, 3.3.3.5
# The body runs in what __prepare__ gives, which must be a mapping; lookups and stores go through it.
class NS(dict):
    def __getitem__(self, k):
        if k in ("print", "__name__"): return super().__getitem__(k)
        print("get", k, end="; ")
        return super().__getitem__(k)
    def __setitem__(self, k, v): print("set", k, end="; "); super().__setitem__(k, v)
    def __delitem__(self, k): print("del", k, end="; "); super().__delitem__(k)
class Missing(dict):
    def __missing__(self, k):
        if k.startswith("auto"): self[k] = k; return k
        raise KeyError(k)
class Meta(type):
    def __prepare__(name, bases): return NS()
class A(metaclass=Meta):
    x = 1
    y = x + 1
    del x
    def f(self): pass
    len
print()
print(hasattr(A, "x"), A.y)
class Auto(type):
    @classmethod
    def __prepare__(m, n, b): return Missing()
class B(metaclass=Auto):
    z = auto1 + auto2
    w = [auto3 for _ in (1,)] if 0 else None
print(B.auto1, B.z)
def meta(result):
    class M(type):
        @classmethod
        def __prepare__(m, n, b): return result
    return M
for r in (5, None, [], "abc", (1,)):
    try:
        class X(metaclass=meta(r)): pass
        print("made")
    except Exception as e:
        print(type(e).__name__, e)
class Mapping:
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def keys(s): return s.d.keys()
class MM(type):
    def __prepare__(n, b): return Mapping()
    def __new__(m, n, b, ns): return type.__new__(m, n, b, dict(ns))
class C(metaclass=MM):
    q = 5
    r = q * 2
print(C.q, C.r, type.__prepare__(), type.__prepare__("a", (), x=1))
shared = {"a": 1}
class S(type):
    def __prepare__(n, b): return shared
class D(metaclass=S): b = 2
shared["late"] = 1
print(hasattr(D, "late"), D.a, "b" in shared)
try:
    class E(metaclass=S): undefined_name
except NameError as e:
    print(e)
class RaisingGet(dict):
    def __getitem__(self, k): raise ValueError(k)
try:
    class F(metaclass=meta(RaisingGet())): pass
except ValueError as e:
    print("ValueError", e)
