# reference: 3.2.13.4
# slices have no hash in 3.12, compare as tuples of their three parts, keep whatever objects they were given.
def attempt(f):
    try:
        return f()
    except (TypeError, ValueError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


s = slice(1, "two", [3])
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), type(s), slice.__hash__, attempt(lambda: hash(s)), attempt(lambda: {s: 1}))
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(stop=1), lambda: setattr(s, "start", 1), lambda: setattr(s, "new", 1), lambda: s < 5, lambda: slice(1) < slice("a"), lambda: iter(s), lambda: s[0], lambda: type("S", (slice,), {}), lambda: delattr(s, "stop"), lambda: len(s)):
    print(attempt(f))
pairs = (slice(1), slice(2)), (slice(1, 2), slice(1, 2)), (slice(1, 2, 3), slice(1, 2, 4)), (slice(0, 5), slice(1, 0)), (slice(1.0, True), slice(1, 1))
for a, b in pairs:
    print(a, b, a == b, a != b, *(attempt(f) for f in (lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b)), a == (a.start, a.stop, a.step))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(100, -100, -3), slice(5, 2), slice(None, None, 4), slice(True, 9, 2), slice(-(2**70), 2**70, 2**65)):
    print(s, [s.indices(n) for n in (0, 1, 4, 10)], all(list(range(n))[s] == [*range(*s.indices(n))] for n in (0, 1, 4, 10)))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(slice(Index(1), Index(-1), Index(2)).indices(Index(10)), "abcdef"[Index(1) : Index(5) : Index(3)], slice(None).indices(2**70), slice(2**69, None, 2**68).indices(2**70))
for s, n in ((slice(None, None, 0), 5), (slice("a"), 5), (slice(1.5), 5), (slice(1), -1), (slice(1), "5"), (slice(1), 2.0), (slice(None, "x", 1), 3)):
    print(s, n, attempt(lambda: s.indices(n)))
import copy

print(slice(1, 2).__reduce__()[1], copy.copy(slice(1, [2])) == slice(1, [2]), copy.deepcopy(slice(1, [2])) == slice(1, [2]))


class Show:
    def __getitem__(self, key):
        return key


print(Show()[1:2], Show()[:], Show()[::], Show()[1:2, ::3, ...], Show()["a":[]:None], Show()[:,], type(slice.start).__name__)
