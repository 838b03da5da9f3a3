"""Five million cyclic objects in bounded memory, and what the collector has to do with it.

Four shapes: an instance that refers to itself through its attributes, two that refer to each other, a list that holds itself,
a closure that refers to its own function. Some live on, so that the older generations have something to do.
"""
import gc


class Node:
    __slots__ = ("other",)


class Plain:
    pass


def pair():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return a


def alone():
    o = Plain()
    o.me = o
    return o


def knot():
    l = []
    l.append(l)
    return l


def main():
    kept = []
    made = 0
    for i in range(1_000_000):
        pair()
        alone()
        knot()
        knot()
        made += 5
        if i % 1000 == 0:
            kept.append(pair())
            if len(kept) > 500:
                kept.clear()
    gc.collect()
    alive = sum(isinstance(o, (Node, Plain)) for o in gc.get_objects())
    return made, alive == 2 * len(kept)


print(main())
