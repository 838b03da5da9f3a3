print(sum([1, 2, 3]), sum([], 5), sum([0.5, 1]), sum([[1], [2]], []), sum(range(5), start=10), sum((True, 2)), sum([1e100, 1.0, -1e100]), sum([2 ** 62, 2 ** 62, 2 ** 62]))
print(min(3, 1, 2), max([3, 1]), min("hello"), max("a", "B", key=str.lower), min([], default="none"), max((1, "a"), (1, "b")), min([2, -3], key=abs))
print(max([(1, "x"), (1, "y")], key=lambda p: p[0]), min([(1, "x"), (1, "y")], key=lambda p: p[0]), max(1, 2.5, True), min({3: 0, 2: 9}))
print(any([]), all([]), any([0, "", 5]), all([1, "x", []]), any(x > 2 for x in range(5)), all(x for x in (1, 2)))
for f in (lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum(5), lambda: sum([b"a"], b""), lambda: min([]), lambda: max(), lambda: min(5), lambda: max(1, "a"),
          lambda: min(1, 2, default=3), lambda: any(5), lambda: all(), lambda: max([1], key=5), lambda: sum([1], 2, 3), lambda: min(1, bad=2), lambda: max([], key=len)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
