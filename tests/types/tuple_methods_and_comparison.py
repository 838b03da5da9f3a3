# reference: 3.2.5.1
# Tuples: construction, comparison element by element, repetition, index bounds, hash, unpacking in calls.
TABLE = """
(), (1,), (1, 2), tuple(), tuple("ab"), tuple([1]), tuple((1,)) , tuple({1: 2}), tuple(i for i in "ab"), ((),), (1, (2, (3,)))
tuple(5)
tuple(1, 2)
tuple(sequence=1)
() is tuple(), (t := (1, 2)) is tuple(t), t[:] is t, t * 1 is t, t + () is t if 0 else 0, t.__getnewargs__()
(1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (1,), (2,) > (1, 9), (1, 2) == (1.0, 2.0), (1,) != 1, (1, "a") == (1, "a"), (1, 2) <= (1, 2), (float("nan"),) == (float("nan"),), (n := float("nan"),) == (n,)
(1, 2) < (1, "a")
(1, "a") < (2, 5), (1, "a") < (1, "b")
(1,) < [1]
(1,) + [2]
[1] + (2,)
(1,) + (2,), (1, 2) * 3, 3 * (1,), (1,) * 0, (1,) * -1, (1,) * True
(1,) * "a"
(1,) * 1.5
(1, 2, 1, 3).count(1), (1, 2).index(2), (1, 2, 1).index(1, 1), (1, 2, 1).index(1, -1), (1, 2, 3).index(2, -100, 100), (1, True, 1.0).count(1)
(1, 2).index(3)
(1, 2).index(2, 0, 1)
(1, 2).index(1, 1)
(1, 2).index()
(1, 2).index(1, "a")
(1, 2).index(1, None)
(1, 2).count()
(1, 2)[2]
(1, 2)["a"]
(1, 2).x = 1
(1, 2)[0] = 1
del (1, 2)[0]
hash(()) == hash(tuple()), hash((1, 2)) == hash((1.0, 2.0)), hash((1, 2)) != hash((2, 1)), hash(((),)) == hash(((),))
hash(([],))
repr((1,)), repr(((1,),)), str(()), repr((None, "a", 1.5)), (1, 2).__repr__(), f"{(1, 2)}", "%s" % ((1, 2),)
1 in (1, 2), "a" in ("b",), (1,) in ((1,),), bool(()), bool((0,)), len(((),)), max((3, 1, 2)), sorted((3, 1)), sum((1, 2)), list((1,)), [*(1, 2)], (*"ab", *(1,)), (lambda *a: a)(*(1, 2))
(1, 2).__add__((3,)), (1, 2).__mul__(2), (1, 2).__rmul__(2), (1, 2).__contains__(1), (1, 2).__eq__([1, 2]), (1, 2).__lt__((2,)), (1, 2).__getitem__(-1), (1, 2).__getitem__(slice(1)), (1, 2).__len__(), (1, 2).__hash__() == hash((1, 2)), (1, 2).__iter__().__next__()
(1, 2).__add__([3])
(1, 2).__getitem__("a")
tuple.__new__(tuple, [1]), tuple.__new__(tuple), type("T", (tuple,), {})([1, 2]), type("T", (tuple,), {"__slots__": ()})(), type(type("T", (tuple,), {})((1,)) + (1,)), type(type("T", (tuple,), {})((1,))[:])
tuple.__new__(int)
tuple.__new__(5)
tuple.__new__()
a, = (1,)
iter((1, 2)).__length_hint__(), iter((1, 2)).__reduce__(), (i := iter((1, 2, 3)), i.__setstate__(1), next(i))[2], (i.__setstate__(99), list(i))[1]
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class E:
    def __init__(s, n): s.n = n
    def __eq__(s, o): print("eq", s.n, getattr(o, "n", o)); return NotImplemented
    def __lt__(s, o): print("lt", s.n); return True
a, b = E("a"), E("b")
print((a, 1) == (a, 1), (a,) == (b,), (1, a) < (1, b), a in (b, a), (b, a).index(a), (a, b).count(b))
