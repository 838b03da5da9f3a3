# reference: 3.3.7
# What __length_hint__ of every built-in iterator says before, while and after walking.
import operator

makers = {
    "list": lambda: iter([1, 2, 3]), "list back": lambda: reversed([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "str ascii": lambda: iter("abc"), "bytes": lambda: iter(b"abc"),
    "bytearray": lambda: iter(bytearray(b"abc")), "dict": lambda: iter({1: 2, 3: 4, 5: 6}), "dict items back": lambda: reversed({1: 2, 3: 4, 5: 6}.items()), "set": lambda: iter({1, 2, 3}), "range": lambda: iter(range(3)),
    "range long": lambda: iter(range(2**70, 2**70 + 3)), "sequence": lambda: iter(Sequence()), "sequence back": lambda: reversed(Sequence()), "map": lambda: map(abs, [1, 2, 3]), "zip": lambda: zip([1, 2, 3]),
    "enumerate": lambda: enumerate([1, 2, 3]), "filter": lambda: filter(None, [1, 2, 3]), "generator": lambda: (x for x in [1, 2, 3]), "callable": lambda: iter([1, 2, 3].pop, None), "memoryview": lambda: iter(memoryview(b"abc")),
}


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return (1, 2, 3)[i]


for name, make in makers.items():
    it = make()
    hints = [operator.length_hint(it, -1)]
    for n in range(2):
        next(it)
        hints.append(operator.length_hint(it, -1))
    try:
        list(it)
    except IndexError as e:
        hints.append(str(e))
    hints.append(operator.length_hint(it, -1))
    print(name, type(it).__name__, hints, hasattr(it, "__length_hint__"))
l = [1, 2, 3]
it = iter(l)
next(it)
l.append(4)
print(it.__length_hint__(), l.clear(), it.__length_hint__(), list(it), l.append(1), it.__length_hint__(), list(it))
back = reversed(l2 := [1, 2, 3])
l2.pop()
print(back.__length_hint__(), list(back))
