# reference: 3.2.5.2
# reverse keeps equal items in their order; the key is asked once for every item, in order; sorting is a chain of stable sorts.
rows = [(n * 7 % 5, n * 3 % 4, n) for n in range(20)]
print(sorted(rows, key=lambda r: r[0]))
print(sorted(rows, key=lambda r: r[0], reverse=True))
twice = sorted(sorted(rows, key=lambda r: r[1]), key=lambda r: r[0])
assert twice == sorted(rows, key=lambda r: (r[0], r[1]))
assert list(reversed(sorted(reversed(rows), key=lambda r: r[0]))) == sorted(rows, key=lambda r: r[0], reverse=True)
asked = []
[5, 3, 9, 1].sort(key=lambda x: asked.append(x) or x)
print(asked, [1].sort(), [].sort(key=1 .__add__), sorted([3, 1, 2], key=None, reverse=None or 0), sorted("cab", reverse=5))


class Only:
    """Has nothing but <."""

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Only.calls += 1
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


for shape in (range(16), range(15, -1, -1), [5] * 16, [0, 1] * 8, [n * 5 % 16 for n in range(16)]):
    Only.calls = 0
    print(sorted(map(Only, shape)), Only.calls)
mixed = [1, 2.5, True, 0, -1.0, 2**70, -(2**70), 0.5]
print(sorted(mixed), sorted(mixed, key=lambda x: -x), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 9], [1]]))
for bad in ([1, "a"], [None, None], [(1, 2), (1, "x")], [1j, 2j], [{}, {}], [object(), 1]):
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
print(sorted([(1, None), (2, None), (0, None)]), sorted([b"b", b"a"]), sorted([frozenset({1, 2}), frozenset({1}), frozenset()], key=len), [*"hello"].sort())
