print(type(1), type(type), type(None), type(len), type(lambda: 0), type([].append), type(iter([])), type(x for x in ""), type(print))
class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    def f(self): return "B." + super().f() + super(B, self).f()
    @classmethod
    def c(cls): return "B" + super().c()
    @staticmethod
    def s(): return super
print(B().f(), B.c(), super(B, B()).f(), super(B, B).c(), B.s() is super)
for f in (lambda: super(), lambda: super(B), lambda: super(B, 5).f, lambda: super(1, 2), lambda: super(B, B()).nope, lambda: type(), lambda: type(1, 2), lambda: type("N", 5, {}), lambda: type("N", (), 5),
          lambda: object.__new__(5), lambda: int.__new__(str), lambda: type("a\0b", (), {}), lambda: object.__new__(int)):
    try:
        print(type(f()).__name__)
    except (TypeError, RuntimeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
print(B.__mro__, B.mro() == list(B.__mro__), A.__subclasses__(), B.__base__, isinstance(B, type), B.__dict__["f"] is B.f)
