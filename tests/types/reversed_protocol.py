# reference: reversed()
# reversed asks __reversed__, else len and getitem; None forbids it; what reversed objects are.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


class Own:
    def __reversed__(self):
        return "anything at all"


class Sequence:
    def __len__(self):
        print("len", end=" ")
        return 3

    def __getitem__(self, i):
        print("item", i, end=" ")
        return "abc"[i]


class Forbidden(list):
    __reversed__ = None


class OnlyItems:
    def __getitem__(self, i):
        return i


class Short(Sequence):
    def __getitem__(self, i):
        if i == 1:
            raise IndexError("ends it")
        return i


print(reversed(Own()), list(reversed(Sequence())), attempt(lambda: reversed(Forbidden())), attempt(lambda: reversed(OnlyItems())), list(reversed(Short())))
for o in ([1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), range(2), {1: 2}, {1: 2}.keys(), {1: 2}.items(), memoryview(b"ab")):
    print(type(o).__name__, type(reversed(o)).__name__, list(reversed(o)), hasattr(o, "__reversed__"))
for o in ({1}, frozenset(), iter([]), 5, None, (x for x in ()), zip(), object()):
    print(type(o).__name__, attempt(lambda: reversed(o)))
for f in (lambda: reversed(), lambda: reversed([], []), lambda: reversed(sequence=[]), lambda: len(reversed([])), lambda: reversed(reversed("a"))):
    print(attempt(f))
r = reversed("abcd")
print(r.__length_hint__(), next(r), r.__length_hint__(), r.__reduce__()[1:], list(r), r.__length_hint__(), r.__reduce__()[1:], iter(r) is r)
r = reversed("abcd")
r.__setstate__(1)
print(list(r), attempt(lambda: r.__setstate__("x")))


class Sub(reversed):
    pass


print(type(Sub("ab")).__name__, list(Sub("ab")), type(Sub([1])).__name__, list(Sub([1, 2])), "".join(reversed("\u20aca\U0001f600")) == "\U0001f600a\u20ac")
