# reference: 6.3.4, 8.7
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, z=1, y=2))
print(f(*[1, 2], **{"c": 3, "d": 5}))
def g(a, b, /, c, *, d):
    return a, b, c, d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
def h(*, k=1): return k
print(h(), h(k=5))
def v(*a, **k): return a, k
print(v(), v(1, x=2), v(*(), **{}))
