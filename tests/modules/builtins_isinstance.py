class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, A), issubclass(bool, int), isinstance(1, (str, int)), isinstance(1, ((str, (int,)),)))
print(isinstance(5, int | str), issubclass(int, int | None), isinstance(None, int | None), isinstance(A, type), isinstance(type, object), isinstance(object, type))
class M(type):
    def __instancecheck__(cls, o): print("instancecheck", o); return o == 5
    def __subclasscheck__(cls, c): print("subclasscheck", c.__name__); return True
class V(metaclass=M): pass
print(isinstance(5, V), isinstance(6, V), issubclass(int, V), isinstance(V(), V))
class Fake:
    @property
    def __class__(self): return A
print(isinstance(Fake(), A), type(Fake()).__name__)
for f in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1, (int, 5)), lambda: isinstance(1, ("x",)), lambda: isinstance(1),
          lambda: isinstance(1, list[int])):
    try:
        print(f())
    except TypeError as e:
        print(e)
