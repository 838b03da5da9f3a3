# oracle: 64-bit
# Room in the list that a starred target gets: from sequences, from iterators that say how long they are, and from generators.
import sys
g = sys.getsizeof
makers = {
    "range": range, "list": lambda n: list(range(n)), "tuple": lambda n: tuple(range(n)), "str": lambda n: "a" * n, "dict": lambda n: dict.fromkeys(range(n)), "set": lambda n: set(range(n)),
    "iterator": lambda n: iter(range(n)), "generator": lambda n: (i for i in range(n)), "map": lambda n: map(abs, range(n)), "reversed": lambda n: reversed(range(n)), "zip": lambda n: zip(range(n)),
}
fills = [*range(12), 16, 17, 33, 85, 86, 100]
for name, make in makers.items():
    for label, n_fixed in (("a, *b", 1), ("*b, a", 1), ("a, *b, c", 2), ("*b,", 0), ("a, *b, c, d", 3)):
        sizes = []
        for n in fills:
            space = {"v": make(n + n_fixed)}
            exec(f"{label} = v", space)
            assert len(space["b"]) == n
            sizes.append(g(space["b"]))
        print(name, label, *sizes)
for source in ("a, *b = iter([])", "*b, a, c = (x for x in [1])", "a, *b, c = [1]", "a, *b = 5", "a, *b, c = iter('x')"):
    try:
        exec(source)
    except (ValueError, TypeError) as e:
        print(source, "|", e)


def noisy():
    yield 1
    yield 2
    raise KeyError("x")


try:
    a, *b = noisy()
except KeyError as e:
    print(e)
