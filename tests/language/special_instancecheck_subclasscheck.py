# reference: 3.3.4, isinstance(), issubclass()
# Looked up on the metaclass; exact types are quick; tuples and unions; errors.
class Meta(type):
    def __instancecheck__(cls, o): print("inst", cls.__name__, end=" "); return getattr(o, "ok", 0)
    def __subclasscheck__(cls, o): print("sub", cls.__name__, end=" "); return o is int
class A(metaclass=Meta): pass
class B(A): ok = "truthy"
a = A()
print(isinstance(a, A), isinstance(B(), A), isinstance(5, A), issubclass(int, A), issubclass(A, A), issubclass(B, A), isinstance(5, (str, A, int)), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), issubclass(bool, (str, int)))
class OnClass:
    @classmethod
    def __instancecheck__(cls, o): return True
print(isinstance(1, OnClass))
class Proxy:
    __class__ = property(lambda s: list)
print(isinstance(Proxy(), list), isinstance(Proxy(), Proxy), type(Proxy()).__name__, issubclass(type(Proxy()), list))
class Duck:
    __bases__ = (int,)
class Fake:
    def __init__(s, *b): s.__bases__ = b
print(issubclass(Fake(int), Fake), issubclass(Fake(Fake(int)), int) if 0 else "", isinstance(5, int | str), issubclass(int, int | None), isinstance(None, int | None), isinstance([], list | None))
class Bad(type):
    def __instancecheck__(cls, o): raise KeyError("check")
    __subclasscheck__ = None
class C(metaclass=Bad): pass
class FalsyMeta(type):
    def __instancecheck__(cls, o): return []
class Falsy(metaclass=FalsyMeta): pass
for act in (lambda: isinstance(1, C), lambda: isinstance(C(), C), lambda: issubclass(int, C), lambda: isinstance(1, 1), lambda: isinstance(1, (int, 1)), lambda: isinstance("a", (int, 1)), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int, (1,)), lambda: isinstance(1, list[int]), lambda: issubclass(list, list[int]), lambda: isinstance([], list[int] | int), lambda: isinstance(1), lambda: isinstance(1, int, 2), lambda: issubclass(int), lambda: isinstance(1, Falsy), lambda: isinstance(Falsy(), Falsy), lambda: isinstance(1, [int]), lambda: isinstance(1, "int"), lambda: isinstance(1, None), lambda: issubclass(int, None), lambda: type.__instancecheck__(A, B()), lambda: type.__subclasscheck__(A, B), lambda: type.__instancecheck__(5, 1), lambda: int.__instancecheck__(True), lambda: issubclass(type, object), lambda: issubclass(object, type)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
deep = int
for i in range(50): deep = (deep,)
print(isinstance(1, deep))
