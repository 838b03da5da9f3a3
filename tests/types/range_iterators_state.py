# A range iterator knows how many are left, can be reduced and set to a state, and handles numbers of any size.
import copy

for r in (range(5), range(10, 0, -3), range(2**70, 2**70 + 4), range(0)):
    it = iter(r)
    print(type(it).__name__, it.__length_hint__(), next(it, "none"), it.__length_hint__(), it is iter(it), type(reversed(r)).__name__, list(reversed(r)))
    twin = copy.copy(it)
    print(list(twin), list(it), list(it), it.__length_hint__(), next(it, "over"))
it = iter(range(0, 20, 5))
print(it.__reduce__()[1:], next(it), it.__reduce__()[1:])
for state in (2, 0, -5, 100):
    again = iter(range(0, 20, 5))
    again.__setstate__(state)
    print(state, list(again))
long = iter(range(2**70, 2**70 + 50, 10))
long.__setstate__(3)
print([n - 2**70 for n in long], long.__reduce__()[1])
f, arguments, *state = iter(range(3, 9, 2)).__reduce__()
print(f.__name__, arguments, state, list(f(*arguments)))
for wrong in (lambda: it.__setstate__("x"), lambda: type(it)(), lambda: it.__setstate__(), lambda: reversed(it), lambda: len(it), lambda: it + it):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
r = range(1, 4)
print(r.__reduce__()[1], r.start, r.stop, r.step, range(2**65).stop, r.__reversed__().__length_hint__(), copy.copy(r) == r, copy.deepcopy(r) == r)
for name in "start", "stop", "step":
    try:
        setattr(r, name, 1)
    except AttributeError as e:
        print(e)


class Index:
    def __index__(self):
        return 4


print(range(Index()), range(1, Index()), range(True, 5, True), type(range(True).stop).__name__, bool(range(0)), bool(range(1)), repr(range(1, 5, 1)), repr(range(1, 5, -1)))
