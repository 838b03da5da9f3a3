import _weakref
class C: pass
c = C()
r = _weakref.ref(c)
s = _weakref.ref(c, lambda w: print("callback", w() is None, w is s))
print(r() is c, s() is c, r is _weakref.ref(c), r is s, r == s, hash(r) == hash(c), _weakref.getweakrefcount(c))
del c
print(r(), s())
a = C()
def one(w): print("one")
def two(w): print("two")
w1 = _weakref.ref(a, one)
w2 = _weakref.ref(a, two)
w3 = _weakref.ref(a, lambda w: print("three"))
del w3
a = None
print("end", type(w1).__name__, w1.__callback__)
