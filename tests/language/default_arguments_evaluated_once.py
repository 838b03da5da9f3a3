# reference: 8.7
# Defaults live with the function: shared, changeable, evaluated in the defining scope.
calls = []
def default(): calls.append(1); return []
def f(x, acc=default()): acc.append(x); return acc
print(f(1), f(2), f(3, []), f(4), len(calls), f.__defaults__)
class C:
    size = 3
    def m(self, n=size, k=[size] * 2): return n, k
    size = 5
print(C().m(), C.m.__defaults__)
def outer(v):
    def inner(a=v, *, b=lambda: v): return a, b()
    v = "later"
    return inner
print(outer("first")())
def g(a, b=1, c=2): return a, b, c
g.__defaults__ = ("x", "y", "z")
print(g(), g(1))
g.__defaults__ = ("only c",)
try: g(1)
except TypeError as e: print(e)
print(g(1, 2))
g.__defaults__ = None
try: g(1, 2)
except TypeError as e: print(e)
g.__defaults__ = (1, 2, 3, 4, 5)
print(g(), g("a"))
def mutable(d={}): d[len(d)] = len(d); return d
mutable(); mutable()
print(mutable(), mutable() is mutable.__defaults__[0])
def kw(*, a=[], b): a.append(b); return a
print(kw(b=1), kw(b=2), kw(b=3, a=None) if 0 else kw.__kwdefaults__)
