# reference: 3.2.10.1
# What built-in types say about themselves, and that nothing of it can be changed.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


types = (int, bool, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, type, object, property, super, type(None), type(...), type(NotImplemented), enumerate, BaseException, type(len), type(attempt))
for t in types:
    print(t.__name__, t.__qualname__, t.__module__, t.__base__.__name__ if t.__base__ else None, [b.__name__ for b in t.__mro__], t.__dictoffset__ != 0, bool(t.__flags__ & 1 << 10), bool(t.__flags__ & 1 << 8), bool(t.__flags__ & 1 << 5), bool(t.__flags__ & 1 << 6))
for name in "__name__", "__qualname__", "__module__", "__bases__", "__doc__", "__dict__", "__mro__", "new", "__abstractmethods__", "__basicsize__", "append", "__call__":
    print(name, attempt(lambda: setattr(list, name, "x")), attempt(lambda: delattr(list, name)), sep=" | ")
for t in types:
    if not t.__flags__ & 1 << 10:
        print(attempt(lambda: type("Sub", (t,), {})))
print(int.__subclasses__()[0], bool.__subclasses__(), type(int.__dict__).__name__, type.__call__(int, "7"), type.mro(bool), object.__bases__, type.__bases__, type(type), isinstance(type, type), issubclass(type, object), isinstance(object, type))
print([m for m in ("int", "list", "str") if attempt(lambda: eval(m).__class__) is type], [k for k, t in (("mapping", dict), ("sequence", list), ("sequence", tuple), ("sequence", str), ("sequence", range), ("sequence", memoryview)) if t.__flags__ & (1 << 6 if k == "mapping" else 1 << 5)])
print(attempt(lambda: type.__setattr__(int, "x", 1)), attempt(lambda: object.__setattr__(int, "x", 1)), attempt(lambda: type.__delattr__(int, "real")), attempt(lambda: int.__annotations__), attempt(lambda: int.__abstractmethods__), attempt(lambda: int.__type_params__))
