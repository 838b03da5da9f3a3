# reference: 3.2.5.2
# index, count and remove look for equal or identical items, from first to last, with bounds like slices.
class Loud:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print(f"{self.n}=={other.n if isinstance(other, Loud) else other}", end=" ")
        return NotImplemented if other is None else isinstance(other, Loud) and self.n == other.n

    def __repr__(self):
        return f"L{self.n}"


def attempt(f):
    try:
        return f()
    except (ValueError, TypeError, ZeroDivisionError) as e:
        return f"{type(e).__name__}: {e}"


l = [Loud(1), Loud(2), Loud(2), Loud(3)]
for f in (lambda: l.index(Loud(2)), lambda: l.count(Loud(2)), lambda: l.index(l[2]), lambda: Loud(3) in l, lambda: l.index(Loud(9)), lambda: l.index(Loud(2), 2), lambda: l.index(None), lambda: None in l, lambda: l.remove(Loud(2)), lambda: l):
    print("->", attempt(f))
nan = float("nan")
print([nan].index(nan), [nan].count(nan), [nan, 1].remove(nan), attempt(lambda: [nan].index(float("nan"))), [1, True, 1.0].count(1), [0, False].index(False))
n = [10, 20, 30, 20, 10]
for start, stop in ((0, 5), (1, None), (2, 100), (-2, 100), (-100, 2), (3, 1), (2**70, 2**71), (-(2**70), 2**70)):
    print(start, stop, attempt(lambda: n.index(20, start) if stop is None else n.index(20, start, stop)))
for f in (lambda: n.index(), lambda: n.index(1, None), lambda: n.index(1, "0"), lambda: n.index(1, 0, 5, 6), lambda: n.remove(), lambda: n.remove(99), lambda: n.count(), lambda: n.count(1, 2), lambda: (1, 2).index(3), lambda: (1, 2).index("x", 1.5), lambda: [].remove(1)):
    print(attempt(f))


class Clearing:
    def __eq__(self, other):
        items.clear()
        return False


items = [Clearing(), Clearing(), 1, 2]
print(items.count(5), items)
items += [Clearing(), 1]
print(attempt(lambda: items.index(1)), items)
items += [Clearing(), 1]
print(attempt(lambda: items.remove(1)), 5 in [1 / 1, 5.0])
