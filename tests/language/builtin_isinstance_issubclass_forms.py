# reference: isinstance(), issubclass()
# Tuples, unions, generic aliases, ABCs, hooks, things that are no classes.
import collections.abc as cabc
class Meta(type):
    def __instancecheck__(c, o): print("instance?", type(o).__name__); return o == 5
    def __subclasscheck__(c, s): print("subclass?", s); return s is int
class M(metaclass=Meta): pass
class Duck: __class__ = int
class FakeBases:
    __bases__ = (int,)
class BadBases: __bases__ = 5
class RaiseClass:
    @property
    def __class__(s): raise RuntimeError("class")
class AttrClass:
    @property
    def __class__(s): raise AttributeError("class")
TABLE = """
isinstance(5, int), isinstance(True, int), isinstance(5, (str, (float, int))), isinstance(5, int | str), isinstance(None, int | None), isinstance(None, type(None)), isinstance(5, object), isinstance(int, type), isinstance("a", cabc.Sequence), isinstance([], cabc.Hashable), isinstance({}, cabc.Mapping), isinstance(5, ()), isinstance(Duck(), int), type(Duck()) is int
isinstance(5, M), isinstance("x", M), isinstance(M(), M), issubclass(int, M), issubclass(str, M), issubclass(M, M)
issubclass(bool, int), issubclass(int, (str, int)), issubclass(int, int | str), issubclass(int, object), issubclass(type, object), issubclass(list, cabc.Sequence), issubclass(int, ()), issubclass(FakeBases(), int) if 0 else 0
isinstance(5, 5)
isinstance(5, "int")
isinstance(5, None)
isinstance(5, [int])
isinstance(5, (int, 5))
isinstance("x", (int, 5))
isinstance(5, list[int])
isinstance(5, list[int] | str)
isinstance(5, (str, list[int]))
issubclass(5, int)
issubclass(int, 5)
issubclass(int, list[int])
issubclass(list[int], list)
issubclass(None, object)
issubclass(int | str, object)
issubclass(FakeBases(), int)
issubclass(FakeBases(), str)
issubclass(BadBases(), int)
isinstance(5, FakeBases())
isinstance(RaiseClass(), int)
isinstance(RaiseClass(), RaiseClass)
isinstance(AttrClass(), int), isinstance(AttrClass(), AttrClass)
isinstance()
isinstance(5)
isinstance(5, int, str)
issubclass(int)
int.__instancecheck__(5), type.__instancecheck__(int, True), type.__subclasscheck__(int, bool), int.__subclasscheck__(str)
type.__subclasscheck__(int, 5)
type.__instancecheck__(5, int)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
deep = (int,)
for _ in range(50): deep = (deep,)
print(isinstance(5, deep))
class ABCLike:
    @classmethod
    def __subclasshook__(c, s): return True
print(issubclass(int, ABCLike))
class BadHook(type):
    def __instancecheck__(c, o): return "truthy"
    def __subclasscheck__(c, o): return []
class B(metaclass=BadHook): pass
print(isinstance(5, B), issubclass(int, B))
class RaisesBool:
    def __bool__(s): raise ValueError("bool")
class RB(type):
    def __instancecheck__(c, o): return RaisesBool()
class R(metaclass=RB): pass
try: isinstance(5, R)
except ValueError as e: print(e)
class NoneHook(type): __instancecheck__ = None
class N(metaclass=NoneHook): pass
try: isinstance(5, N)
except TypeError as e: print(e)
