"""Operators of one's own: a vector class with __add__, __mul__, __eq__, __lt__, __getitem__, __len__ and __bool__."""


class Vector:
    def __init__(self, *items):
        self.items = items

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.items, other.items)])

    def __mul__(self, factor):
        return Vector(*[a * factor for a in self.items])

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.items == other.items

    def __lt__(self, other):
        return self.items < other.items

    def __hash__(self):
        return hash(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)

    def __bool__(self):
        return any(self.items)


def main():
    total = Vector(0, 0, 0)
    seen = {}
    for i in range(8_000):
        v = 2 * Vector(i, i % 7, 1) + Vector(1, 1, 1)
        if v and len(v) == 3 and v[1] > 3:
            total = total + v * 2
        key = Vector(i % 50, 0, 0)
        seen[key] = seen.get(key, 0) + 1
    ordered = sorted(seen)
    return total[0] + total[1] + total[2], len(ordered), ordered[-1][0]


print(*main())
