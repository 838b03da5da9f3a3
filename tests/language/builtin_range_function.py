# reference: range()
# Arguments, negative steps, big ones, indexing, slices, searching, equality.
print(list(range(3)), list(range(1, 3)), list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), list(range(-3)), list(range(0, 10, 4)), range(5)[2], range(5)[-1], range(10)[2:8:3], range(10)[::-1], range(0, 10, 3)[1:], len(range(0, 10, 3)), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)), range(0) == range(2, 1), 3 in range(5), 3.0 in range(5), "3" in range(5), range(5).index(3), range(5).count(3), range(5).count(9), repr(range(1, 2)), repr(range(1, 2, 1)), repr(range(1, 9, 2)), bool(range(0)))
big = range(10 ** 30, 10 ** 30 + 10, 3)
print(list(big), len(big), big[1], big[-1], 10 ** 30 + 3 in big, big.index(10 ** 30 + 6), big[::-1], range(2 ** 63)[2 ** 62], range(10 ** 20)[10 ** 19:][0], range(5).start, range(1, 5).stop, range(5).step)
class I:
    def __index__(s): return 2
print(range(I()), list(range(I(), 8, I())), range(True))
for f in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.0), lambda: range("a"), lambda: range(None), lambda: range(1, None), lambda: range(1, 2, 0), lambda: range(1, 2, 1.5), lambda: range(stop=5), lambda: range(5)[5], lambda: range(5)["a"], lambda: range(5)[1.0], lambda: range(5).index(9), lambda: range(5).index("a"), lambda: range(5) < range(6), lambda: range(5) + range(5), lambda: setattr(range(5), "start", 1), lambda: type("R", (range,), {}), lambda: len(range(10 ** 30)), lambda: range(5)[10 ** 30], lambda: range(5)[::0], lambda: next(range(5)), lambda: range(5)(), lambda: range(5).__reduce__(), lambda: list(reversed(range(0, 10, 3))), lambda: list(reversed(range(10 ** 30, 10 ** 30 + 3)))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
