# oracle: 64-bit
# not-in: small, asan: their free lists hold next to nothing
# How many blocks one more object takes by sys.getallocatedblocks, and that all come back.
import gc
import sys

gc.collect()
gc.disable()


class Slots:
    __slots__ = "a", "b"


class Dict(dict):
    pass


class List(list):
    pass


def gen():
    yield


def closure(x):
    return lambda: x


def f(a):
    pass


def cost(make):
    """Over many objects, so that free lists and pools do not matter."""
    keep = [None] * 1000
    for i in range(1000):
        keep[i] = make()
    keep = [None] * 1000
    gc.collect()
    before = sys.getallocatedblocks()
    for i in range(1000):
        keep[i] = make()
    used = sys.getallocatedblocks() - before
    keep = i = None
    gc.collect()
    left = sys.getallocatedblocks() - before
    return round(used / 1000, 1), abs(left) < 20


makers = {
    "object": object, "float": lambda: float("1.5"), "int": lambda: int("1000"), "big int": lambda: 1 << 100, "complex": lambda: complex(1, 2), "str": lambda: "ab" * 10, "str of 1000": lambda: "x" * 1000,
    "bytes": lambda: bytes(10), "bytearray": lambda: bytearray(10), "empty bytearray": bytearray, "empty list": lambda: [], "list of 1": lambda: [None], "list of 9": lambda: [None] * 9,
    "list of 1000": lambda: [None] * 1000, "appended to": lambda: (lambda l: (l.append(1), l)[1])([]), "tuple": lambda: tuple([None, 1]), "empty dict": lambda: {}, "dict of 1": lambda: {1: 2},
    "dict of 9": lambda: dict.fromkeys(range(9)), "empty set": set, "set of 3": lambda: {1, 2, 3}, "set of 9": lambda: set(range(9)), "frozenset": lambda: frozenset({1}), "slots": Slots, "dict's subclass": Dict,
    "list's subclass": List, "range": lambda: range(10), "slice": lambda: slice(1, 2), "bound method": lambda: [].append, "lambda": lambda: lambda: 0, "closure": lambda: closure(object()), "generator": gen,
    "map": lambda: map(f, ()), "iterator": lambda: iter([]), "exception": lambda: ValueError(1), "property": lambda: property(f),
}
for name, make in makers.items():
    print(name, *cost(make))
