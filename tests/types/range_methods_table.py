# reference: 3.2.5.1
# Ranges: length, membership, index, count, comparison, slicing, hash, and all refusals.
TABLE = """
range(5), range(1, 5), range(1, 5, 2), range(5, 1, -1), range(0), range(5, 0), range(True), range(-3, 3), repr(range(0, 5, 1)), str(range(2, 3, -1))
len(range(0, 10, 3)), len(range(10, 0, -3)), len(range(0)), bool(range(0)), bool(range(1)), range(10).start, range(10).stop, range(1, 2, 3).step
list(range(0, 10, 3)), list(range(10, 0, -3)), list(range(-1, -10, -4)), list(reversed(range(0, 10, 3))), list(reversed(range(0))), [*range(3)], tuple(range(2, 2))
3 in range(0, 10, 3), 4 in range(0, 10, 3), 3.0 in range(5), 3.5 in range(5), "a" in range(5), True in range(2), 10**30 in range(10**31), -1 in range(5), 5 in range(10, 0, -5), None in range(3)
range(0, 10, 3).index(6), range(10, 0, -1).index(10), range(5).count(3), range(5).count(9), range(5).count("a"), range(5).index(True), range(5).count(2.0)
range(5).index(9)
range(5).index("a")
range(5).index()
range(5).index(1, 2)
range(5).count()
range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], range(10)[::3], range(10)[8:2], range(10)[-3:], range(0, 20, 2)[1:4:2], range(10)[100:], range(5, 0, -2)[::-1]
range(10)[10]
range(10)[-11]
range(10)["a"]
range(10)[1.0]
range(0)[0]
range(10)[::0]
range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(1) == [0], range(1, 2, 3) == range(1, 2, 9), range(3) != range(4)
range(3) < range(4)
hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(2, 1)), hash(range(1, 2, 5)) == hash(range(1, 2)), {range(2): 1}[range(0, 2)]
range()
range(1, 2, 3, 4)
range(1, 2, 0)
range(1.5)
range("3")
range(None)
range(1, None)
range(stop=5)
range(5).start = 1
range(5).x = 1
range(5) + range(3)
range(5) * 2
del range(5)[0]
range(5)[0] = 1
iter(range(3)).__length_hint__(), next(iter(range(5, 0, -1))), iter(range(3)).__reduce__(), range(3).__reduce__(), (i := iter(range(5)), next(i), i.__setstate__(3), next(i))[3]
range(10**30)[10**29], range(10**30, 0, -10**29)[2], range(10**30).index(10**29), next(iter(range(10**30, 10**31))), list(range(10**30, 10**30 + 2)), 10**30 in range(0, 10**31, 7), range(2**63)[2**62:2**62 + 2], sum(range(10**20, 10**20 + 3)), max(range(10**30)[:3])
range(5).__contains__(3), range(5).__getitem__(2), range(5).__iter__().__next__(), range(5).__len__(), range(5).__eq__(5), range(5).__bool__(), range(5).__hash__() == hash(range(5)), range(5).__reversed__().__next__()
range(3, 0, -1).__reversed__().__reduce__() if 0 else 0, isinstance(range(3), (list, tuple)), type(iter(range(3))).__name__, type(iter(range(2**70))).__name__
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
    def __eq__(s, o): return s.n == o
    __hash__ = None
print(range(I(1), I(5), I(2)), I(3) in range(5), range(5).index(I(2)), range(5).count(I(4)), range(5)[I(3)])
class Bad:
    def __index__(s): raise KeyError("i")
for args in ((Bad(),), (1, Bad()), (1, 2, Bad())):
    try: range(*args)
    except KeyError as e: print(repr(e))
