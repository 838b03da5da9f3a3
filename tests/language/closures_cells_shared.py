# reference: 4.2.2, 3.2.8.1.1
# Functions made in one call share their cells; each call and each loop of calls makes new ones.
def make():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    def reset():
        nonlocal n
        del n
    return inc, get, reset
i1, g1, r1 = make(); i2, g2, _ = make()
i1(); i1(5); i2(10)
print(g1(), g2(), i1.__closure__[0] is g1.__closure__[0], i1.__closure__[0] is i2.__closure__[0], i1.__closure__[0].cell_contents)
r1()
try: g1()
except NameError as e: print(e)
try: i1.__closure__[0].cell_contents
except ValueError as e: print(e)
i1.__closure__[0].cell_contents = 100
print(g1(), i1())
fs = []
for i in range(3):
    def f(i=i): return lambda: i
    fs.append(f())
print([f() for f in fs], [(lambda x: lambda: x)(i)() for i in range(3)])
def params(a, b):
    def f(): return a, b
    a = "changed"
    return f
print(params(1, 2)(), params.__closure__, params.__code__.co_cellvars)
def deep():
    x = 1
    def a():
        def b():
            def c(): return x
            return c
        return b
    x = 2
    return a()()()
print(deep())
class C:
    def f(self): return __class__
    def g(self): return super().__repr__ is not None
print(C.f.__closure__[0].cell_contents is C, C.f.__code__.co_freevars, C().g())
