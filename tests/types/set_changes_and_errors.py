# reference: 3.2.6
# add, discard, remove, pop, clear and the update methods: results, errors, and a set given to itself.
def attempt(f):
    try:
        return f()
    except (TypeError, KeyError, RuntimeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


s = {1, 2, 3}
print(s.add(1), s.add(4), s.discard(99), s.remove(4), sorted(s), attempt(lambda: s.remove(99)), attempt(lambda: s.remove("text")), attempt(lambda: s.remove((1, 2))), attempt(lambda: set().pop()))
print(attempt(lambda: s.add([])), attempt(lambda: s.add({})), attempt(lambda: [] in s), attempt(lambda: s.discard([])), attempt(lambda: s.remove({})), attempt(lambda: {1} in s), attempt(lambda: set([[]])))
nested = {frozenset({1}), frozenset({2})}
print({1} in nested, nested.discard({1}), len(nested), attempt(lambda: nested.remove({1})), nested.remove({2}), nested)
print(s.update([5], (6,), range(7, 9), "x") or sorted(s, key=str), s.update() is None, s.difference_update([5], "x", {6}) or sorted(s), s.intersection_update({1, 2, 3, 7}, [1, 7, 3]) or sorted(s), s.symmetric_difference_update([1, 1, 100]) or sorted(s))
for name in "update", "difference_update", "intersection_update", "symmetric_difference_update":
    t = {1, 2}
    getattr(t, name)(t)
    print(name, t, attempt(lambda: getattr(t, name)(5)), attempt(lambda: getattr(t, name)([[]])), attempt(lambda: getattr(t, name)()))
t = {1, 2}
t -= t
print(t, s.clear(), s, len(s), bool(s), repr(s), repr({1}), repr(frozenset()), repr(frozenset({1})))
grow = set(range(5))
try:
    for x in grow:
        grow.add(x + 100)
except RuntimeError as e:
    print(e)
it = iter(grow := {1, 2, 3})
next(it)
grow.add(50)
print(attempt(lambda: next(it)), attempt(lambda: next(it)), it.__length_hint__())
swap = {1, 2}
for x in swap:
    swap.discard(x)
    swap.add(x)
print(swap, {1, 1.0, True}, {0, False}, {True, 1}, attempt(lambda: frozenset().add(1)), attempt(lambda: s[0]), attempt(lambda: {1} + {2}), attempt(lambda: {*[[]]}), attempt(lambda: set(1, 2)), attempt(lambda: set(x=1)))
