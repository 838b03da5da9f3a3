# reference: 6.3.4
# How calls that do not fit say which arguments are missing or too many, for one, two, many and keyword-only ones.
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def f4(a, b, c, d=4): pass
def k1(*, a): pass
def k2(*, a, b): pass
def k3(x, *, a, b, c, d=0): pass
def p1(a, /): pass
def p2(a, b, /, c): pass
def p3(a, b=2, /): pass
def d1(a=1): pass
def d2(a, b=1): pass
def d3(a, b=1, c=2): pass
def v1(a, *args): pass
def v2(a, *args, k): pass
def v3(a, **kw): pass
def v4(a, /, **kw): pass
class C:
    def m(self): pass
    def m1(self, a, b): pass
    def mk(self, *, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __init__(self, q=0): pass
    def __call__(self, z): pass
lam = lambda x, y: 0
TABLE = """
f0(1)
f0(1, 2)
f0(a=1)
f0(**{"x y": 1})
f1()
f1(1, 2)
f1(b=1)
f1(1, a=1)
f1(1, b=2)
f1(1, 2, b=3)
f2()
f2(1)
f2(b=1)
f2(1, 2, 3)
f3()
f3(1)
f3(b=1)
f3(1, 2, 3, 4, 5)
f4()
f4(1, 2, 3, 4, 5)
f4(1, 2, 3, 4, 5, 6, e=3)
k1()
k1(1)
k1(1, 2)
k1(1, a=2)
k1(b=2)
k1(a=1, b=2)
k2()
k2(a=1)
k2(1, 2, a=1)
k3()
k3(1)
k3(1, a=1)
k3(1, a=1, c=2)
k3(1, 2, a=1)
k3(1, 2, 3, a=1, b=2)
p1()
p1(a=1)
p1(1, a=1)
p2()
p2(1, b=2, c=3)
p2(a=1, b=2, c=3)
p2(1, 2)
p2(1, 2, c=3, d=4)
p3(b=1)
p3(1, 2, 3)
p3(1, b=3)
d1(1, 2)
d1(1, 2, 3)
d1(b=2)
d2()
d2(1, 2, 3)
d3(1, 2, 3, 4)
d3(b=1)
v1()
v1(k=1)
v1(1, 2, a=3)
v2()
v2(1)
v2(1, 2, 3)
v2(k=3)
v3()
v3(1, 2)
v3(1, a=2)
v4(1, a=2), 1
v4(a=2)
C().m(1)
C.m()
C().m1()
C().m1(1, 2, 3)
C.m1()
C().mk()
C().mk(1)
C.c()
C.c(1, 2)
C.s()
C().s(1, 2)
C(1, 2)
C(x=1)
C()()
C()(1, 2)
lam()
lam(1)
lam(1, 2, 3)
lam(z=1)
(lambda: 0)(1)
(lambda *, k: 0)()
f1(*[1, 2], **{"a": 3})
f1(**{"a": 1}, a=2)
f1(a=1, **{"a": 2})
f1(**{"a": 1}, **{"a": 2})
f1(**{1: 2})
f1(**{"a": 1, 2: 3})
f1(*5)
f1(**5)
f1(*None, **None)
f1(*(), **[("a", 1)])
C().m1(**{"a": 1}, **{"a": 2})
len(**{"obj": [1]})
len(*[1, 2])
print(**{"a": 1}, **{"a": 1})
5()
"x"()
None(1)
[](1)
C.nothing()
f1.x()
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
