# oracle: 64-bit
# The dict of an instance that gains and loses attributes before and after it is read, and classes whose shared keys fill up.
import sys
g = sys.getsizeof


def blank():
    class C:
        pass
    return C


def made():
    class C:
        def __init__(self):
            self.p, self.q = 1, 2
    return C


def read_first(C, n, way):
    c = C()
    d = c.__dict__
    for i in range(n):
        if way == "setattr":
            setattr(c, f"a{i}", i)
        elif way == "dict":
            d[f"a{i}"] = i
        elif way == "update":
            d.update({f"a{i}": i})
        else:
            d.setdefault(f"a{i}", i)
    return d


def read_last(C, n, act):
    c = C()
    for i in range(n):
        setattr(c, f"a{i}", i)
    d = c.__dict__
    act(c, d)
    return d


def third(C, n):
    for _ in range(3):
        c = C()
        c.a0 = 1
        d = c.__dict__
        for i in range(n):
            setattr(c, f"a{i}", i)
    return d


def fortieth(C, n):
    for _ in range(40):
        c = C()
    d = c.__dict__
    for i in range(n):
        setattr(c, f"a{i}", i)
    return d


fills = [*range(12), 16, 17, 28, 29, 30, 31, 32, 85, 86, 100]
for way in ("setattr", "dict", "update", "setdefault"):
    print(way, *[(g(read_first(blank(), n, way)), g(read_first(made(), n, way))) for n in fills])
acts = {
    "nothing": lambda c, d: None, "one more": lambda c, d: setattr(c, "z", 1), "one less": lambda c, d: d.pop("a0", None), "last less": lambda c, d: d.pop(f"a{len(d) - 1}", None),
    "clear": lambda c, d: d.clear(), "clear, add": lambda c, d: (d.clear(), setattr(c, "z", 1)), "a number": lambda c, d: d.__setitem__(1, 1), "changed": lambda c, d: setattr(c, "a0", 5),
}
for name, act in acts.items():
    print(name, *[g(read_last(blank(), n, act)) for n in fills])
print("third", *[g(third(blank(), n)) for n in fills if not 27 < n < 32])
print("fortieth", *[(g(fortieth(blank(), n)), g(fortieth(made(), n))) for n in fills])
print("instance", *[g(read_last(blank(), n, lambda c, d: print(g(c), end=" "))) for n in (0, 5, 31)])
print("copies", *[read_last(blank(), n, lambda c, d: print(g(d.copy()), g(dict(d)), g({**d}), g(d | {}), g(vars(c)), end="; ")) and "" for n in (1, 3, 5, 6, 11, 31)])
