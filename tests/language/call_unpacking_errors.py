# reference: 6.3.4
class O:
    def __repr__(self): return "OO"
    def __call__(self, *a, **k): print(a, k)
    def m(self, a, b=2): pass
class Q:
    def __init__(s): s.__qualname__ = 5
    __module__ = "mm"
    def __call__(s): pass
import math
class Bad:
    def __getattr__(s, n): raise ValueError(n)
class M:
    def keys(self): return ["b", "a"]
    def __getitem__(self, k): return k
for f in (Q(), O(), O().m, O, 5, None, len, [].append, list.append, int, str.__repr__, "".__repr__, object.__reduce__, (1).__reduce__, math.sin, Bad(), lambda: 0, O.m, type, print):
    for bad in (lambda: f(**5), lambda: f(*5), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(*1, **2), lambda: f(a=1, **M()), ):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
def g(*a, **k): print(k)
g(**{"z": 1}, **M())
