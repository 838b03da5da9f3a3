# reference: 3.2.8.2
# A method is a function with its first argument: attributes, equality, hash, the type's constructor.
class C:
    "class"
    def m(self, *a, **k):
        "doc"
        return self.n, a, k
    def __init__(self, n): self.n = n
    def __eq__(self, o): return True
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "static"
x, y = C(1), C(2)
m = x.m
print(m.__self__ is x, m.__func__ is C.m, m.__name__, m.__qualname__, m.__doc__, m.__module__, m(1, k=2), x.m is x.m, x.m == x.m, x.m == y.m, x.m != y.m)
M = type(m)
print(M.__name__, hash(M(len, "a")) == hash(M(len, "a")) if 0 else "", M(len, [1, 2])(), M(lambda *a: a, 5)(6), M(C.m, y)(), M(x.m, 3)() if 0 else "")
C.m.attr = 7
print(m.attr, C.c.__self__ is C, C.c.__func__.__name__, x.c(), x.s(), type(x.s).__name__, type(C.m).__name__)
for act in (lambda: setattr(m, "attr", 1), lambda: setattr(m, "__self__", 1), lambda: setattr(m, "__doc__", 1), lambda: m.nothing, lambda: M(), lambda: M(1, 2), lambda: M(len), lambda: M(len, None), lambda: M(len, 1, 2), lambda: M(func=len), lambda: delattr(m, "attr"), lambda: C.m(), lambda: C.m(5), lambda: x.m.__func__(y), lambda: x.m < x.m, lambda: type("S", (M,), {})):
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class D(C): pass
d = D(3)
print(d.m.__qualname__, d.c(), D.c.__self__.__name__, m.__get__(y) is m, C.m.__get__(y)(), C.m.__get__(None, C) is C.m)
class Callable:
    def __call__(self, *a): return a
C.call = Callable()
print(x.call(1), M(Callable(), 4)(5))
C.builtin = len
print(x.builtin("abc"))
x.inst = lambda *a: a
print(x.inst(1))
print(type(m.__call__).__name__, m.__call__(2), dir(m) == dir(x.m), "attr" in dir(m), m.__reduce__()[0] is getattr)
