"""Sorting: numbers, strings, tuples, and records by key functions."""


class Record:
    def __init__(self, name, score):
        self.name = name
        self.score = score

    def __lt__(self, other):
        return self.score < other.score


def main():
    seed = 12345
    numbers = []
    for _ in range(20_000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed)
    names = [f"k{n % 10_007}" for n in numbers]
    a = sorted(numbers)
    b = sorted(names)
    c = sorted(zip(names, numbers))
    d = sorted(numbers, key=lambda n: (n % 100, -n))
    e = sorted([Record(name, number) for name, number in zip(names[:3_000], numbers)])
    f = sorted(range(3_000), key=numbers.__getitem__, reverse=True)
    return a[100], b[200], c[300], d[400], e[500].name, f[600]


print(*main())
