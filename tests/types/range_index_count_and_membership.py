# reference: 3.2.5.1
# in, index and count of a range compute for ints, and search one by one for everything else.
def attempt(f):
    try:
        return f()
    except (ValueError, TypeError, IndexError) as e:
        return f"{type(e).__name__}: {e}"


class Own(int):
    def __eq__(self, other):
        print("asked", other, end="; ")
        return int.__eq__(self, other)

    __hash__ = int.__hash__


for r in (range(10), range(5, 50, 7), range(50, 5, -7), range(0), range(-3, 4, 3), range(10**30, 10**30 + 10, 3)):
    members = list(r)
    for n in (0, 5, 12, 50, -3, 10**30 + 3, True, 12.0, 5.5, "5", None, 5 + 0j):
        assert (n in r) == (n in members) and r.count(n) == members.count(n)
        print(attempt(lambda: r.index(n)), end=" | ")
    print(r, len(members))
print(Own(3) in range(5), range(5).index(Own(2)), range(5).count(Own(9)))
print(attempt(lambda: range(5).index(2, 1)), attempt(lambda: range(5).index()), attempt(lambda: range(5).count()), attempt(lambda: range(10**40)[10**39]), attempt(lambda: range(5)[5]), attempt(lambda: range(5)["0"]), attempt(lambda: range(5)[1.0]))
same = [range(0), range(2, 2), range(5, 0), range(3, 1, 2), range(0, 3, 2), range(0, 4, 2), range(0, 1), range(0, 1, 9), range(1)]
print([[a == b for b in same] for a in same][4], len(set(same)), hash(range(0)) == hash(range(7, 7)), range(3) == [0, 1, 2], range(3) != (0, 1, 2), attempt(lambda: range(3) < range(4)), {range(0, 5, 2): "x"}[range(0, 6, 2)])
print(range(10)[2:5], range(10)[::-1], range(10)[8:2:-2], range(10)[20:], range(0, 100, 10)[-3:], range(10)[::3][::2], range(2**70)[2**69 :: 2**68], range(10)[2:2], range(-5)[1:])
for arguments in ((), (1, 2, 0), (1, 2, 3, 4), (1.0,), ("1",), (None,), (1, None), (1, 2, None), (1, 2, 1.5)):
    print(arguments, attempt(lambda: range(*arguments)))
