# reference: 3.1
# weakref.ref: identity of plain ones, callbacks, equality, hash, dead ones, subclasses, what cannot be referred to.
import weakref, gc
class A:
    def __init__(s, n=0): s.n = n
    def __eq__(s, o): return isinstance(o, A) and s.n == o.n
    def __hash__(s): return hash(s.n)
a = A(1); r = weakref.ref(a); cb = lambda x: print("callback", x() is None, x is r2)
r2 = weakref.ref(a, cb)
print(weakref.ref(a) is r, r is r2, r() is a, r == r2, hash(r) == hash(a), weakref.getweakrefcount(a), r2.__callback__ is cb, r.__callback__, len(weakref.getweakrefs(a)))
b = A(1); rb = weakref.ref(b); print(r == rb, r != rb, r is rb)
del a; print(r(), r2(), r == r2, r == rb, r == r, r2.__callback__, hash(r))
n = weakref.ref(b); del b; print(n())
try: hash(n if False else weakref.ref(A(5)))
except TypeError as e: print(e)
for o in (5, "s", (), [], {}, None, object(), 1.5, int, len, (lambda: 0), type(a := A()), a.__init__, set(), frozenset(), range(3), slice(1), b"", iter([]), (x for x in ()), memoryview(b""), Exception(), ..., NotImplemented, A.__eq__, str.upper, "".upper, property(), classmethod(len), super(A, a), gc, type, weakref.ref(a), weakref.proxy(a)):
    try: print(type(o).__name__, type(weakref.ref(o)).__name__)
    except TypeError as e: print(e)
class R(weakref.ref):
    __slots__ = ("extra",)
    def __new__(c, o, cb=None, extra=None): self = super().__new__(c, o, cb); self.extra = extra; return self
    def __init__(s, o, cb=None, extra=None): super().__init__(o, cb)
x = R(a, extra="e"); y = R(a); print(x is y, x == y, x.extra, x() is a, isinstance(x, weakref.ref), x == weakref.ref(a))
for args in ((), (a, 1, 2), (a,), (a, 5), (a, None)):
    try: print(type(weakref.ref(*args)).__name__)
    except TypeError as e: print(e)
for act in (lambda: weakref.ref(a, callback=print), lambda: weakref.ref(a)(1), lambda: setattr(weakref.ref(a), "x", 1), lambda: weakref.ref(a) < weakref.ref(a), lambda: setattr(weakref.ref(a), "__callback__", 1)):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
def raises(w): raise ValueError("in callback")
import sys; sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value, u.object.__name__)
z = A(9); k = weakref.ref(z, raises); k1 = weakref.ref(z, lambda w: print("first made")); k2 = weakref.ref(z, lambda w: print("last made")); del z
class Slots: __slots__ = ()
class SlotsW: __slots__ = ("__weakref__",)
for c in (Slots, SlotsW):
    try: print(repr(weakref.ref(c())).split(' ')[-1])
    except TypeError as e: print(e)
    except Exception as e: print(e)
print(SlotsW().__weakref__, (lambda s: (weakref.ref(s), s.__weakref__ is not None))(A()) [1])
