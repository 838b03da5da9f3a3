# map and filter ask their function lazily, in order, with as many arguments as there are iterables; None filters by truth.
def attempt(f):
    try:
        return f()
    except (TypeError, ValueError, ZeroDivisionError) as e:
        return f"{type(e).__name__}: {e}"


log = []
m = map(lambda x: log.append(x) or x * 2, [1, 2, 3])
print(log, next(m), log, next(m), log, list(m), log, list(m))
print(list(map(lambda *a: a, "ab", (1, 2), {"x": 0, "y": 1})), list(map(max, [1, 5], [4, 2], [3, 3])), list(map(str.upper, "ab")), list(map(int, "123", (4, 8, 10))), list(map(pow, [2, 3], [3, 2], [5, 7])))
print(list(filter(None, [0, 1, "", "a", [], [0], None, 0.0, -1])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x % 2, range(6))), list(filter(bool, [True, 0])), list(filter(lambda x: [], "abc")), "".join(filter(str.isalpha, "a-b")))
for f in (lambda: map(), lambda: map(abs), lambda: map(5, []), lambda: list(map(5, [])), lambda: list(map(5, [1])), lambda: map(abs, 5), lambda: list(map(abs, "a")), lambda: list(map(lambda a: a, [1], [2])), lambda: filter(), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])),
          lambda: list(filter(lambda: 1, [1])), lambda: filter(None, [], []), lambda: map(abs, [], x=1), lambda: filter(function=None, iterable=[]), lambda: list(map(None, [1])), lambda: list(filter(lambda x: 1 // x, [1, 0]))):
    r = attempt(f)
    print(r if not isinstance(r, (map, filter)) else type(r).__name__)


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


print(attempt(lambda: list(filter(None, [1, NoTruth()]))), attempt(lambda: list(filter(lambda x: NoTruth(), [1]))), attempt(lambda: list(map(bool, [NoTruth()]))))


def stopping(x):
    if x == 2:
        raise StopIteration
    return x


print(list(map(stopping, [1, 2, 3])), list(filter(stopping, [1, 2, 3])), [*map(stopping, [2])])


class Own(map):
    def __next__(self):
        return "own", super().__next__()


print(list(Own(abs, [-1])), type(Own(abs, [])).__name__, list(map(map, [abs], [[1]]))[0].__next__(), list(map(lambda f: f(), [lambda k=k: k for k in "abc"])))
