n = 0
def tick():
    global n
    n += 1
    return n
it = iter(tick, 4)
print(list(it), next(it, "exhausted"), n, type(it).__name__)
for f in (lambda: iter(5, 1), lambda: next([]), lambda: next(iter([])), lambda: iter(), lambda: next()):
    try:
        f()
    except (TypeError, StopIteration) as e:
        print(type(e).__name__, e)
i = iter("ab")
print(next(i), next(i), next(i, None), iter(i) is i, type(iter({1})).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter(b"")).__name__)
