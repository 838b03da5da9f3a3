"""Trees: many small objects made, walked and dropped."""


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def main():
    total = 0
    kept = build(11)
    for depth in range(2, 12):
        for _ in range(1 << (12 - depth)):
            total += build(depth).count()
    return total + kept.count()


print(main())
