# reference: 3.2.5.1
# range(): arguments, huge numbers, comparison, slices, errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
range()

range(1, 2, 3, 4)

range(1.5)

range('a')

range(1, 2, 0)

range(None)

range(stop=3)

range(True), range(False, True)

class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v

range(I(3)), list(range(I(1), I(7), I(3)))

range(I('x'))

r = range(10**30, 10**30 + 5); len(r), r[0] - 10**30, r[-1] - 10**30, list(r)[1] - 10**30

len(range(10**30))

range(10**30)[10**29], range(10**30)[-1]

range(10**30)[10**30]

bool(range(10**30)), bool(range(0)), 10**29 in range(10**30), -1 in range(10**30), 10**30 in range(10**30)

10**29 in range(0, 10**30, 7), 7 * 10**20 in range(0, 10**30, 7)

range(10**30)[::10**29], range(10**30)[5:10], range(10**30)[::-1]

list(range(10**30, 10**30 - 10, -4)) == [10**30, 10**30 - 4, 10**30 - 8]

range(10**30).index(10**25), range(10**30).count(5), range(10**30).count(-5), range(10).count(2.0)

range(10).index(11)

range(10).index('a')

range(0, 10, 3).index(4)

range(0, 10, 3).index(3.0)

range(3) == range(0, 3, 1), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(1, 2, 5) == range(1, 2, 7)

hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(9, 1)), hash(range(10**30)) == hash(range(10**30))

range(3) != range(4), range(3).__eq__(3)

range(3) < range(4)

range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-2], range(10)[20:], range(10)[-3:-1]

range(10)[10]

range(10)[-11]

range(10)['a']

range(10)[1.5]

range(10)[::0]

range(10)['a':]

r = range(1, 10, 2); r.start, r.stop, r.step

r.start = 3

r[0] = 1

del r[0]

r + r

r * 2

repr(range(5)), repr(range(1, 5)), repr(range(1, 5, 2)), repr(range(0, 5, 1)), str(range(-1))

list(reversed(range(5))), list(reversed(range(0, 10, 3))), list(reversed(range(10**30, 10**30 + 2)))[0] - 10**30, list(reversed(range(0)))

3 in range(5), 3.0 in range(5), 'a' in range(5), 2.5 in range(5), None in range(5), True in range(5)

class E:
    def __eq__(self, o): return o == 3

E() in range(5), E() in range(2), range(5).index(E()), range(5).count(E())

it = iter(range(3)); it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1:], list(it)

it = iter(range(10**30, 10**30 + 3)); it.__length_hint__(), next(it) - 10**30, it.__length_hint__()

it.__setstate__(2), [x - 10**30 for x in it]

range(3).__reduce__()

iter(range(5, 10)).__reduce__()

class R(range): pass

type(iter(range(3))).__name__, type(iter(range(10**30))).__name__

len(range(-10**30, 10**30, 10**29)), range(2**63 - 1, 2**63 + 1)[-1], len(range(2**63 - 5, 2**63 + 5))

len(range(0, 2**64)), 1

max(range(10)), min(range(5, 1, -1)), sum(range(101)), sorted(range(3, 0, -1))

range(0, 2**100, 2**99)[1] == 2**99, list(range(2**100, 2**100 + 2)) == [2**100, 2**100 + 1]

match range(3):
    case [0, *rest]: print(rest)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
