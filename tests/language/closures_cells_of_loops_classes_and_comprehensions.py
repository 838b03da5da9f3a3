# reference: 4.2.2, 3.2.8.1
# Which cell a closure has: per call, per loop variable, class cell, parameters, comprehension and except variables.
def loops():
    a = [lambda: i for i in range(3)]
    b = []
    for j in range(3): b.append(lambda: j)
    c = [(lambda k: lambda: k)(k) for k in range(3)]
    j = "changed"
    return [f() for f in a], [f() for f in b], [f() for f in c], a[0].__closure__[0] is a[1].__closure__[0], b[0].__closure__[0] is b[2].__closure__[0], c[0].__closure__[0] is c[1].__closure__[0]
print(loops())
def make(n):
    def get(): return n
    def set(v): nonlocal n; n = v
    def inner():
        def deepest(): return n, get.__closure__[0].cell_contents
        return deepest
    return get, set, inner()
g, s, d = make(1); g2, *_ = make(2)
s(5); print(g(), d(), g2(), g.__closure__[0] is s.__closure__[0], g.__closure__ == g2.__closure__, g.__code__ is g2.__code__)
def params(a, *b, c=3, **k):
    def f(): return a, b, c, k
    a = "rebound"; k["added"] = 1
    return f
print(params(1, 2, z=9)(), params(0).__code__.co_freevars, params.__code__.co_cellvars)
def handler():
    try: 1/0
    except ZeroDivisionError as e: f = lambda: e
    try: f()
    except NameError as n: print(n)
    with __import__("contextlib").nullcontext("cm") as w: h = lambda: w
    return h()
print(handler())
class Outer:
    def m(self): return __class__.__name__, [__class__ for _ in "a"][0].__name__, (lambda: __class__)().__name__
    def n(self):
        class Inner:
            def q(self): return __class__.__name__
            k = __class__.__name__
        return Inner().q(), Inner.k
    plain = lambda self: 1
o = Outer(); print(o.m(), o.n(), Outer.m.__closure__[0].cell_contents is Outer, Outer.plain.__closure__, Outer.m.__code__.co_freevars)
def recursive():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    f = fact; fact = lambda n: 1000
    return f(3), f.__closure__[0].cell_contents is fact
print(recursive())
import types
c = types.CellType(); 
for f in (lambda: c.cell_contents, lambda: setattr(c, "cell_contents", 4), lambda: c.cell_contents, lambda: delattr(c, "cell_contents"), lambda: c.cell_contents, lambda: types.CellType(1, 2), lambda: types.CellType(a=1), lambda: types.CellType(1) == types.CellType(1), lambda: types.CellType(1) < types.CellType(2), lambda: types.CellType() < types.CellType(0), lambda: types.CellType() == types.CellType(), lambda: types.CellType(1) < types.CellType("a"), lambda: types.CellType(1) < 2, lambda: hash(types.CellType(1)), lambda: setattr(c, "x", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def conditional(flag):
    if flag: v = "set"
    return lambda: v
print(conditional(1)())
try: conditional(0)()
except NameError as e: print(type(e).__name__, e)
try: print(conditional(0).__closure__[0].cell_contents)
except ValueError as e: print(e)
def gen():
    total = 0
    def add(x): nonlocal total; total += x
    while True: add((yield total, add))
it = gen(); _, add = next(it); add(10); print(it.send(5)[0]); it.close(); add(1); print(add.__closure__[1].cell_contents if len(add.__closure__) > 1 else add.__closure__[0].cell_contents)
