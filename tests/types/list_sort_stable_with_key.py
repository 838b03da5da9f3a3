words = "pear fig apple kiwi plum date banana".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(n % 3, n) for n in range(10)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: -p[0]))
l = [5, 2, 8, 1]
print(l.sort(), l, l.sort(reverse=True), l, sorted((3, 1)), sorted("cab"), sorted({2: 0, 1: 0}), sorted([True, 0.5, 2]))
print(sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted(["b", "A", "a"], key=str.lower))
n = [(i * 7919) % 101 for i in range(100)]
print(sorted(n) == list(reversed(sorted(n, reverse=True))), sorted(n)[:10], sorted(n, reverse=True)[:10])
print(sorted(list(range(50)) + list(range(50))[::-1])[::9])
