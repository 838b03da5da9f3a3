# reference: 3.2.8.7
# Built-in functions, bound methods, method descriptors, slot wrappers and method wrappers: their names, self, repr, equality.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


l = [1]
for o in (len, l.append, list.append, [].__len__, list.__len__, "a".join, str.maketrans, dict.fromkeys, dict.__dict__["fromkeys"], str.__dict__["maketrans"], int.from_bytes, object.__init__, (5).__add__, int.real, type.__dict__["__mro__"], object.__new__, type.mro, {}.get):
    print(type(o).__name__, getattr(o, "__name__", "none"), getattr(o, "__qualname__", "none"), getattr(o, "__module__", "none"), getattr(getattr(o, "__objclass__", None), "__name__", None), hasattr(o, "__self__"), hasattr(o, "__text_signature__"), callable(o), hasattr(o, "__get__"), hasattr(o, "__dict__"))
print(repr(len), repr(list.append), repr(list.__len__), repr(int.real), repr(dict.__dict__["fromkeys"]), repr(l.append).split(" at ")[0], repr([].__len__).split(" at ")[0], repr(object.__new__).split(" at ")[0])
same = [1]
print(l.append == l.append, l.append is l.append, l.append == same.append, l.append == l.extend, hash(l.append) == hash(l.append), l.__len__ == l.__len__, l.__len__ == same.__len__, len == len, list.append == list.append, (5).__add__ == (5).__add__, attempt(lambda: l.append < l.append))
print(list.append.__get__(l)(2), l, list.append.__get__(None, list) is list.append, attempt(lambda: list.append.__get__(5)), attempt(lambda: list.append.__get__(None, None)), attempt(lambda: list.append()), attempt(lambda: list.append(5, 1)), attempt(lambda: list.__len__(5)), attempt(lambda: list.__len__()), attempt(lambda: int.real.__get__("x")), attempt(lambda: int.real.__set__(5, 1)))
for name in "__name__", "__self__", "__doc__", "extra", "__module__":
    print(name, attempt(lambda: setattr(len, name, "new")) if name != "__module__" else "", attempt(lambda: setattr(list.append, name, "new")) if name != "__name__" else "", attempt(lambda: setattr(l.append, name, 1)) if name != "__module__" else "", sep=" | ")
for kind in (type(len), type(list.append), type(list.__len__), type([].__len__), type(int.real), type(dict.__dict__["fromkeys"])):
    print(attempt(lambda: kind()), attempt(lambda: type("S", (kind,), {})), sep=" | ")
print(len.__self__.__name__, l.append.__self__ is l, dict.fromkeys.__self__, "a".join.__self__, [].__len__.__self__, len.__reduce__(), l.append.__reduce__()[1], list.append.__reduce__()[1], [].__len__.__reduce__()[1], attempt(lambda: len.__call__([1, 2])), len.__call__.__call__([1]))


class Own(list):
    def append(self, x):
        super().append(x * 2)


o = Own()
o.append(2)
list.append(o, 3)
print(o, Own.append.__qualname__, Own.extend is list.extend, o.extend.__qualname__, type(o.append).__name__, type(o.extend).__name__)
