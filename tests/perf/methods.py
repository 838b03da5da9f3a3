"""Objects: attribute access and method calls."""


class Counter:
    def __init__(self):
        self.n = 0

    def add(self, k):
        self.n += k


def main():
    counter = Counter()
    for i in range(600_000):
        counter.add(i % 3)
    return counter.n


print(main())
