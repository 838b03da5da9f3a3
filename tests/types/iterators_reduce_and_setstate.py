# Iterators of containers reduce to a call that rebuilds them where they stand; __setstate__ moves them.
def show(it):
    f, arguments, *state = it.__reduce__()
    rebuilt = f(*arguments)
    if state:
        rebuilt.__setstate__(*state)
    return f.__name__, arguments, state, type(rebuilt) is type(it), list(rebuilt)


for make in (lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter("ascii")):
    it = make()
    print(type(it).__name__, show(it))
    next(it)
    print("  after one", show(it))
    list(it)
    print("  at the end", show(it), next(it, "over"))
    for state in (1, 0, -7, 99):
        again = make()
        again.__setstate__(state)
        print("  state", state, list(again))
for make in (lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.items()), lambda: iter({5, 6}), lambda: reversed({1: 2, 3: 4}), lambda: iter({1: 2}.values())):
    it = make()
    f, arguments = it.__reduce__()
    print(type(it).__name__, f.__name__, arguments, next(it), it.__reduce__()[1], next(it, "end"))
for make in (lambda: enumerate("abc", 5), lambda: zip("ab", (1, 2)), lambda: map(abs, [-1, 2]), lambda: filter(None, [0, 1]), lambda: enumerate("ab", 2**70)):
    it = make()
    f, arguments, *rest = it.__reduce__()
    print(type(it).__name__, f is type(it), len(arguments), rest, next(it), it.__reduce__()[1][1:] if f is enumerate else "")
for wrong in (lambda: iter([]).__setstate__("a"), lambda: iter([]).__setstate__(), lambda: iter("a").__setstate__(1.5), lambda: type(iter([]))(), lambda: type(iter("")).__call__(), lambda: iter({}).__setstate__(1), lambda: (x for x in ()).__reduce__()):
    try:
        print(wrong())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
