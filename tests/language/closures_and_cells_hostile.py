# reference: 4.2.2, 3.2.8.1.1
# Cells: empty ones, rebinding, deletion, sharing between generators, classes and lambdas, __closure__ and cell_contents.
import types
def f():
    def g(): return x
    try: g()
    except NameError as e: print(type(e).__name__, e)
    x = 1; print(g(), g.__closure__[0].cell_contents); del x
    try: g()
    except NameError as e: print(type(e).__name__, e)
    try: g.__closure__[0].cell_contents
    except ValueError as e: print(e)
    g.__closure__[0].cell_contents = "set"; print(x, g()); return g
g = f(); cell = g.__closure__[0]
print(type(cell), g.__code__.co_freevars, f.__code__.co_cellvars, repr(cell).split(" at ")[0]); del cell.cell_contents
print(repr(cell).split(": ")[-1])
try: del cell.cell_contents
except Exception as e: print(type(e).__name__, e)
a, b, e = types.CellType(1), types.CellType(2), types.CellType()
print(a == a, a < b, a == types.CellType(1), e < a, a > e, e == types.CellType(), a != b)
for act in (lambda: hash(a), lambda: types.CellType(1, 2), lambda: types.CellType(x=1), lambda: a == 5, lambda: a < 5, lambda: setattr(a, "x", 1), lambda: type("C", (types.CellType,), {}), lambda: a < types.CellType("s")):
    try: print(act())
    except Exception as x: print(type(x).__name__, x)
def counter():
    n = 0
    def up(by=1): nonlocal n; n += by; return n
    def down(): nonlocal n; n -= 1; return n
    return up, down, lambda: n
u, d, n = counter(); print(u(), u(5), d(), n(), u.__closure__[0] is d.__closure__[0])
def cls():
    v = 1
    class K:
        v = v if False else "class"
        w = [v for _ in "a"]
        def m(self): return v
        def s(self): return __class__
    v = 2
    return K
K = cls(); print(K.v, K.w, K().m(), K().s() is K, K.m.__closure__[0].cell_contents)
def gens():
    state = []
    def a():
        nonlocal state
        while True: state = [*state, (yield state)]
    def b():
        while True: yield len(state)
    return a(), b()
a, b = gens(); next(a); print(next(b), a.send(1), next(b))
def args(x, *a, y=1, **k):
    def inner(): return x, a, y, k
    x = "changed"; return inner
print(args(1, 2, y=3, z=4)())
def loop(): return [(lambda: i) for i in range(2)] + [lambda: j for j in "ab"]
print([q() for q in loop()])
def deep():
    x = 0
    def l1():
        def l2():
            def l3(): nonlocal x; x += 1; return x
            return l3
        return l2
    return l1()()
q = deep(); q(); print(q(), q.__closure__[0].cell_contents, deep.__code__.co_cellvars)
def exc():
    try: 1 / 0
    except ZeroDivisionError as e:
        h = lambda: e
        print(type(h()).__name__)
    try: h()
    except NameError as x: print(x)
exc()
def rec(n): return 1 if n == 0 else n * (lambda: rec(n - 1))()
print(rec(10))
h = types.FunctionType(q.__code__, globals(), "h", None, (types.CellType(100),)); print(h(), h())
try: g.__code__ = (lambda: 1).__code__
except ValueError as e: print(e)
try: (lambda: 1).__code__ = g.__code__
except ValueError as e: print(e)
try: g.__closure__ = ()
except AttributeError as e: print(e)
