# reference: 3.2.8.6, 3.2.8.7
# Attributes of built-in functions, methods, method descriptors and slot wrappers.
items = [len, print, [].append, "".join, list.append, dict.fromkeys, (1).__add__, int.__add__, object().__repr__, object.__repr__, type.__call__, object.__new__, int.__new__, type.mro, [].__len__, int.from_bytes]
for f in items:
    print(type(f).__name__, f.__name__, f.__qualname__, getattr(f, "__module__", "none"), getattr(f, "__objclass__", None), type(getattr(f, "__self__", None)).__name__, bool(f.__doc__), getattr(f, "__text_signature__", "-"))
print(repr(len), repr(list.append), repr(int.__add__), repr(dict.fromkeys)[:36], repr(object.__new__)[:35], repr("".join)[:38], repr((1).__add__)[:40])
a, b = [], []
print(a.append == a.append, a.append == b.append, a.append is a.append, hash(a.append) == hash(a.append), len == len, [].append != [].append, (1).__add__ == (1).__add__, len < print if 0 else "")
for act in (lambda: list.append(), lambda: list.append(5, 1), lambda: list.append([]), lambda: [].append(), lambda: [].append(1, 2), lambda: [].append(object=1), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: int.__add__(), lambda: (1).__add__(), lambda: (1).__add__(1, 2), lambda: (1).__add__(x=1), lambda: len(), lambda: len(1, 2), lambda: len(obj=1), lambda: str.join("a"), lambda: str.join(1, 2), lambda: "".join(),
            lambda: setattr(len, "x", 1), lambda: setattr([].append, "x", 1), lambda: setattr(list.append, "x", 1), lambda: len.x, lambda: [].append.x, lambda: type(len)(), lambda: type(list.append)(), lambda: type("S", (type(len),), {}), lambda: dict.fromkeys.__self__, lambda: list.append.__get__([], list)(1), lambda: list.append.__get__(5, int), lambda: len < print, lambda: object.__new__(), lambda: object.__new__(5), lambda: int.__new__(object), lambda: int.__new__(str), lambda: object.__new__(int), lambda: list.__new__(list, 1, 2, 3), lambda: object.__init__(), lambda: object.__init__(1), lambda: object.__init__(1, 2), lambda: len.__call__("abc"), lambda: list.append.__call__([], 1), lambda: list.__len__([1]), lambda: list.__len__({})):
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
