r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], 5 in r, 6 in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step)
print(range(5) == range(0, 5, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)))
print(list(range(5, 0, -2)), list(reversed(range(4))), list(range(0)), 3.0 in range(5), "a" in range(3), range(10)[2:8:2], sum(range(101)))
big = range(10 ** 20, 10 ** 20 + 3)
print(big, list(big), 10 ** 20 + 1 in big, big[-1], range(0, 10 ** 30, 10 ** 29)[5], list(reversed(big))[0])
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: r[99], lambda: r.index(3), lambda: range("a"), lambda: r["x"], lambda: range(1, 2, 3, 4)):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
try:
    r.start = 1
except AttributeError as e:
    print(e)
it = iter(range(3))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), next(it, None))
