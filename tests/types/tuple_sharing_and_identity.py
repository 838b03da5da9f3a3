# Operations on tuples that need no new tuple give the same one; subclasses never do.
def attempt(f):
    try:
        return f()
    except (TypeError, ValueError, IndexError) as e:
        return f"{type(e).__name__}: {e}"


class Own(tuple):
    pass


t = (1, 2, [3])
o = Own(t)
empty = ()
print(tuple(t) is t, t[:] is t, t * 1 is t, t + () is t, () + t is t, t[::1] is t, t[0:100] is t, tuple() is empty, t[5:] is empty, t * 0 is empty, tuple([]) is empty, t[::-1][::-1] is t)
print(tuple(o) is o, o[:] is o, type(o[:]).__name__, type(o * 1).__name__, type(o + ()).__name__, type(() + o).__name__, type(Own(o)).__name__, Own(o) is o, o == t, hash(Own((1, 2))) == hash((1, 2)))
import copy

print(copy.copy(t) is t, copy.deepcopy((1, (2, "x"))) == (1, (2, "x")), copy.deepcopy(t) is t, copy.deepcopy(t)[2] is t[2], type(copy.copy(o)).__name__)
for f in (lambda: t.__setitem__, lambda: t + [1], lambda: t * 1.5, lambda: tuple(5), lambda: tuple([1], [2]), lambda: tuple(iterable=[1]), lambda: t[3], lambda: t["0"], lambda: hash(t), lambda: t.index([3]), lambda: t.count(1.0), lambda: (1, 2) < (1, "x"),
          lambda: (1, 2) < (1, 2, "x"), lambda: () < (None,), lambda: (1,) == [1], lambda: (1, 2) <= [1], lambda: tuple("ab") + tuple({1: 2}), lambda: -1 * t, lambda: t[-1:-4:-2], lambda: (0,) * 3, lambda: ((),) * 2):
    try:
        print(attempt(f))
    except AttributeError as e:
        print(e)
print((1, 2, 3) == (1, 2.0, True + 2), (float("nan"),) == (float("nan"),), len({(1, 2), (1.0, 2.0)}), (1, 2) in {(1, 2): 0}, t.__getnewargs__(), o.__getnewargs__(), type(o.__getnewargs__()[0]).__name__)
t[2].append(4)
print(t, repr(Own()), repr(Own((1,))), str((1,)), f"{()}", Own.__new__(Own, "ab"), sorted([(2,), (1, 5), ()]))
