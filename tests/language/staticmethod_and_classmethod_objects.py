# reference: 3.2.13.5, 3.2.13.6, staticmethod(), classmethod()
# The wrappers themselves: attributes, being called, wrapping each other, on anything.
class C:
    @staticmethod
    def s(a, b=2): "sdoc"; return a, b
    @classmethod
    def c(cls, a, b=2): "cdoc"; return cls.__name__, a, b
s, c = C.__dict__["s"], C.__dict__["c"]
for w in s, c:
    print(type(w).__name__, w.__func__.__name__, w.__wrapped__.__name__, w.__name__, w.__qualname__, w.__doc__, w.__module__, w.__isabstractmethod__, sorted(w.__dict__)[:3], repr(w).split(" at ")[0], w.__annotations__)
print(s(1), C.s(1), C().s(3), C.c(1), C().c(3))
class D(C): pass
print(D.c(1), D().c(1), D.s(1), D.c.__self__, super(D, D).c(5), super(D, D()).s(6))
for act in (lambda: c(1), lambda: staticmethod(), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: staticmethod(f=1), lambda: staticmethod(5).__func__, lambda: staticmethod(5)(), lambda: classmethod(5).__get__(None, C), lambda: classmethod(5).__get__(None, C)(), lambda: s.__get__(None, None), lambda: s.__get__(1).__name__, lambda: c.__get__(5).__self__, lambda: c.__get__(None), lambda: setattr(s, "__func__", 1), lambda: s.nothing, lambda: staticmethod(5).__name__, lambda: setattr(s, "extra", 4) or s.extra, lambda: classmethod(len).__get__(None, C)(), lambda: classmethod(str).__get__(None, C)()):
    try:
        r = act()
        print(r if not callable(r) else type(r).__name__)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class E:
    x = staticmethod(classmethod(lambda cls: cls.__name__))
    y = classmethod(staticmethod(lambda: "y"))
    z = classmethod(property(lambda cls: "prop of " + cls.__name__))
    lam = staticmethod(lambda: 7)
    n = lam()
    cls = classmethod(dict)
    k = staticmethod(int)
print(E.z, E.n, E.lam(), E.k("5"), E().k("6"))
try:
    print(E.y())
    print(E.x())
except TypeError as e:
    print(e)
class Abs:
    __isabstractmethod__ = True
print(staticmethod(Abs()).__isabstractmethod__, classmethod(Abs()).__isabstractmethod__)
class Sub(staticmethod):
    pass
class F:
    m = Sub(lambda: "sub")
print(F.m(), type(F.__dict__["m"]).__name__)
