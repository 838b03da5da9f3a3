# reference: 3.2.10, 3.2.10.1, 3.2.10.2
# __name__, __qualname__, __module__, __dict__, __bases__, __mro__, __doc__ and the rest, read and written.
class Base: "base doc"
class C(Base):
    "doc"
    x: int = 1
    def f(self): pass
    class In: pass
print(C.__name__, C.__qualname__, C.In.__qualname__, C.__module__, C.__bases__, C.__base__, C.__mro__, C.__doc__, C.__annotations__, C.__type_params__, C.__dictoffset__ != 0, C.__weakrefoffset__ != 0, C.__itemsize__, C.__flags__ & 1 << 9 != 0)
print(type(C.__dict__).__name__, list(C.__dict__), C.__subclasses__(), [s.__name__ for s in Base.__subclasses__()], C.mro() == list(C.__mro__))
for name in "__name__", "__qualname__", "__module__", "__dict__", "__bases__", "__mro__", "__doc__", "__annotations__", "__type_params__", "__base__", "__basicsize__", "__abstractmethods__", "__text_signature__", "__class__":
    for value in 5, "text", (Base,), None, {"a": 1}:
        class D(Base): "d"
        try:
            setattr(D, name, value)
            print(name, repr(value), "->", getattr(D, name))
        except (TypeError, AttributeError, ValueError) as e:
            print(name, repr(value), "|", type(e).__name__, e)
    try:
        class D(Base): "d"
        delattr(D, name)
        print("deleted", name)
    except (TypeError, AttributeError) as e:
        print("del", name, "|", type(e).__name__, e)
for act in (lambda: setattr(int, "x", 1), lambda: setattr(int, "__name__", "i"), lambda: setattr(int, "__doc__", "i"), lambda: delattr(int, "real"), lambda: int.__abstractmethods__, lambda: C.__nothing__, lambda: C.__dict__.update(a=1), lambda: C.__dict__.__setitem__("a", 1), lambda: int.__qualname__ + int.__module__, lambda: setattr(C, "__name__", "a\0b"), lambda: setattr(C, "__name__", "\ud800"), lambda: type.__dict__["__name__"].__get__(C), lambda: C.__class__, lambda: int.__annotations__, lambda: setattr(int, "__annotations__", {})):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError, UnicodeError) as e:
        print(type(e).__name__, e)
C.__name__ = "Renamed"
print(C, C.__qualname__, repr(C()).split()[0], C.f.__qualname__)
C.__module__ = "elsewhere"
print(C)
C.__module__ = "builtins"
print(C)
del C.__annotations__
print(C.__annotations__)
class E: pass
print(E.__doc__, E.__dict__["__doc__"], "__annotations__" in E.__dict__, E.__annotations__, "__annotations__" in E.__dict__)
class Sub(C): pass
print(Sub.__annotations__, Sub.__doc__)
