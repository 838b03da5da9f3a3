# tee: independent iterators over one source that read it once; copies, many blocks, re-entry, errors of the source.
from itertools import count, islice, tee
import gc

reads = []


def source(n):
    for k in range(n):
        reads.append(k)
        yield k


a, b = tee(source(5))
print(next(a), next(a), reads, next(b), list(a), reads, list(b), next(a, "end"), reads)
a, b, c = tee(range(200), 3)
print(sum(islice(a, 150)), sum(b), sum(a), list(c) == list(range(200)))
(a,) = tee("abc", 1)
d = a.__copy__()
print(next(a), next(d), list(a), list(d), tee("x", 0))
e, f = tee(a)
print(e is a, type(f).__name__, type(tee(count())[0]))


class Copyable:
    def __init__(self, at=0):
        self.at = at

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at > 3:
            raise StopIteration
        return self.at

    def __copy__(self):
        print("copied at", self.at)
        return Copyable(self.at)


x, y, z = tee(Copyable(), 3)
print(type(x).__name__, list(x), list(y), list(z))


class Again:
    def __init__(self):
        self.level = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.level += 1
        if self.level == 2:
            return next(second)
        return self.level


first, second = tee(Again())
print(next(first))
try:
    print(next(first))
except RuntimeError as error:
    print(error)
print(next(second))


def fails():
    yield 1
    raise KeyError("broken")


p, q = tee(fails())
print(next(p))
for it in p, p, q, q:
    try:
        print(next(it))
    except (KeyError, StopIteration) as error:
        print(repr(error))


class Item:
    alive = 0

    def __init__(self):
        Item.alive += 1

    def __del__(self):
        Item.alive -= 1


p, q = tee(Item() for _ in range(300))
for item in p:
    pass
del item
print(Item.alive)
for item in q:
    pass
del item
print(Item.alive)
cell = []
t, u = tee(cell)
cell.append(t)
print(next(u) is t)
del t, u, cell
print(gc.collect() > 0)
