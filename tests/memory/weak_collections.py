# WeakKeyDictionary, WeakValueDictionary, WeakSet, WeakMethod, finalize.
import gc, weakref
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K{self.n}"
    def hi(self): return self.n
a, b, c = K(1), K(2), K(3)
d = weakref.WeakKeyDictionary({a: "a", b: "b"})
d[c] = "c"
print(len(d), sorted(d.values()), d[a], b in d, d.get(5 and a), sorted(repr(k) for k in d))
del b
print(len(d), sorted(d.values()), len(d.keyrefs()))
it = iter(d.items())
print(next(it)[1])
del a
print(len(d), [v for k, v in it], len(d))
try:
    d[5] = 1
except TypeError as e:
    print(e)
a = K(4)
v = weakref.WeakValueDictionary(x=a, y=c)
print(dict(v), v.pop("x"), "x" in v, v.setdefault("z", a), len(v))
del a
print(dict(v), v.get("z", "gone"))
s = weakref.WeakSet([c])
t = K(5)
s.add(t)
print(len(s), t in s, s == {t, c}, s | {1 and c} == s, s.issuperset([c]))
del t
print(len(s), list(s))
s.discard(c)
print(len(s))
m = weakref.WeakMethod(c.hi)
print(m()(), m == weakref.WeakMethod(c.hi), m() is m())
def gone(*args): print("gone", args)
f = weakref.finalize(c, gone, 1, 2)
print(f.alive, f.peek()[2], f.atexit)
del c
gc.collect()
print(m(), f.alive, f.peek(), f())
o = K(6)
f = weakref.finalize(o, gone, "called")
print(f(), f.alive)
f = weakref.finalize(o, gone, "detached")
print(f.detach()[2])
f = weakref.finalize(o, gone, "at exit")
g = weakref.finalize(o, gone, "last made, first run")
r = weakref.ref(o)
print(weakref.getweakrefcount(o), r in weakref.getweakrefs(o), weakref.ref(o) is r, weakref.ref(o, print) is r)
class D:
    def __del__(self): print("D dies, its reference says", w() is self)
x = D()
w = weakref.ref(x, lambda r: print("callback, dead:", r() is None))
del x
