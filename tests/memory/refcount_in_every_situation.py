# Counts as the study notes show them: names, containers, arguments, del, leaving a scope, comprehensions, attributes.
import sys
g = sys.getrefcount
a = []
print(g(a))
b = a
print(g(a))
def one(x): return g(x)
def two(x, y): return g(x)
def varargs(*x): return g(x[0])
def keywords(**k): return g(k["x"])
def default(x=a): return g(x)
print(one(a), two(a, a), varargs(a), varargs(a, a), keywords(x=a), default(), one(x=a))
b = 5
print(g(a))
l = [a, a]
print(g(a))
l.append(a); t = (a, l); d = {"k": a}; s = [l]
print(g(a), g(l))
del l
print(g(a), g(t))
t = None
print(g(a))
s.clear(); d["k"] = 1
print(g(a))
def scope():
    inner = a
    other = [a]
    return g(a)
print(scope(), g(a))
def generator():
    x = a
    yield g(x)
    yield 2
it = generator()
print(g(a), next(it), g(a))
it.close()
print(g(a))
del it
def closure():
    return a_cell
def maker(v):
    def inner(): return v
    return inner
c = maker(a)
print(g(a))
del c
print(g(a))
class C: x = a
print(g(a), g(C().x))
del C
import gc; gc.collect()
print(g(a))
f = lambda x=a: x
print(g(a)); del f
print(g(a), [g(a) for _ in range(1)], [g(x) for x in [a]], {1: g(a)}, (lambda: g(a))())
for x in [a, a]: pass
print(g(a)); del x
try:
    raise ValueError(a)
except ValueError as e:
    print(g(a), g(e), g(e.args))
print(g(a))
m = a.append
print(g(a), g(m)); del m
z = zip(a, a); i = iter(a); r = reversed(a)
print(g(a)); del z, i, r
x, y = a, a
print(g(a)); x = y = None
u = a.copy(), a[:], list(a), a + a
print(g(a)); del u
def rebinding(p):
    before = g(p)
    p = None
    return before
print(rebinding(a), g(a), g([]), g({}), g(object()), g(one))
print(g(a) if True else 0, a is a and g(a), f"{g(a)}")
with_star = [*[a], *(a,)]
print(g(a)); del with_star
globals()["again"] = a
print(g(a)); del again
a = None
