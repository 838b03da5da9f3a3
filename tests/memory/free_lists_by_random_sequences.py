# oracle: 64-bit
# not-in: small, asan: their free lists hold next to nothing
# Which identities come back when objects are made and dropped in random orders: the types with free lists.
import gc
import random

gc.disable()


def args(*a):
    return a


def kw(**k):
    return k


d, l = {1: 2}, [1, 2]
makers = {
    "float": lambda: float("1.5"), "float sum": lambda: 1.5 + len(l),
    "list": lambda: [], "list of 2": lambda: [1, 2], "comprehension": lambda: [x for x in l], "list slice": lambda: l[:], "list sum": lambda: l + l,
    "dict": lambda: {}, "dict of 1": lambda: {1: 2}, "dict of str": lambda: {"a": 1}, "dict of 6": lambda: {i: i for i in range(6)}, "dict copy": lambda: d.copy(), "keywords": lambda: kw(a=1),
    **{f"tuple of {n}": (lambda n: lambda: args(*range(n)))(n) for n in (1, 2, 3, 4, 5, 8, 10, 15, 19)}, "tuple display": lambda: (len(l), 1),
}


def pattern(make, seed, steps=16, width=4):
    """Places are filled and emptied; each new identity is named by the order of its appearance."""
    r = random.Random(seed)
    order = [r.randrange(width) for _ in range(steps)]
    r = None
    places, names, out = [None] * width, {}, []
    for at in order:
        if places[at] is None:
            places[at] = make()
            key = id(places[at])
            if key not in names:
                names[key] = chr(97 + len(names))
            out.append(names[key])
        else:
            places[at] = None
            out.append("-")
    return "".join(out)


for name, make in makers.items():
    make(), make()
    gc.collect()
    print(name, *[pattern(make, seed) for seed in range(12)])
print("slice", *[pattern(lambda: slice(1, len(l)), seed, width=1) for seed in range(3)])
