# count, cycle and repeat: numbers of every kind, switching from small to big, reprs, and what subclasses show.
from itertools import count, cycle, repeat, islice


def take(n, iterable):
    return [x for _, x in zip(range(n), iterable)]


class Odd:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __add__(self, other):
        return Odd(self.value + int(other))

    def __repr__(self):
        return f"Odd({self.value})"


print(take(3, count()), take(3, count(5)), take(3, count(-2)), take(3, count(1, 3)), take(3, count(10, -4)))
print(take(3, count(0.5)), take(3, count(1, 0.25)), take(3, count(1j)), take(3, count(True)), take(2, count(2**70, -1)))
print(take(3, count(2**63 - 2)), take(3, count(step=2)), take(2, count(Odd(3), 2)), take(3, count(False, True)))
for c in count(), count(3), count(3, 2), count(1.5), count(1, 1.0), count(2**64), count(-5, step=-1), count(3, True):
    next(c)
    print(c)


class Count(count):
    pass


class Repeat(repeat):
    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)


print(Count(7), Repeat("x", times=2), repeat([]), repeat("a", 3), repeat(times=1, object=None))
r = repeat("ab", 4)
print(next(r), r, r.__length_hint__(), list(r), r, r.__length_hint__(), next(r, "end"))
print(list(map(pow, range(5), repeat(2))), list(repeat(1, -7)), list(repeat(1, 0)))
print(take(7, cycle("abc")), list(cycle("")), list(cycle(())))


def once():
    for k in range(3):
        print("read", k)
        yield k


print(take(8, cycle(once())))
c = cycle(x for x in [1])
print(next(c), next(c), next(c))
print(sum(islice(cycle([1, 2, 3]), 1000)), list(islice(repeat(0), 3)))
print(max(zip(count(), "abc")), dict(zip("ab", count(10, 5))))
