# reference: 3.2.6
# Operators want sets on both sides, methods any iterable; the result has the type of the left one.
def attempt(f):
    try:
        r = f()
        return f"{type(r).__name__} {sorted(r)}" if isinstance(r, (set, frozenset)) else repr(r)
    except TypeError as e:
        return str(e)


class Own(set):
    pass


class Frozen(frozenset):
    pass


s = {1, 2, 3}
for other in ({2, 3, 4}, frozenset({2, 9}), Own({3}), Frozen({1, 5}), [2, 7], (1,), "ab", {1: 2}, {2: 0}.keys(), range(2, 5), 5, None):
    kind = type(other).__name__
    print(kind, *(attempt(f) for f in (lambda: s & other, lambda: s | other if kind != "str" else 0, lambda: s - other, lambda: s ^ other if kind != "str" else 0, lambda: other & s, lambda: s <= other, lambda: s == other)), sep=" | ")
    if kind != "str":
        print("   ", *(attempt(f) for f in (lambda: s.intersection(other), lambda: s.union(other), lambda: s.difference(other), lambda: s.symmetric_difference(other), lambda: s.issubset(other), lambda: s.issuperset(other), lambda: s.isdisjoint(other))), sep=" | ")
for left in (s, frozenset(s), Own(s), Frozen(s)):
    print(*(type(r).__name__ for r in (left & {1}, left | frozenset({1}), left.union([1]), left.copy(), left - Own({1}), left.intersection(), left ^ Frozen())))
print(attempt(lambda: s.union()), attempt(lambda: s.union([4], (5,), {6})), attempt(lambda: s.intersection([1, 2], {2})), attempt(lambda: s.difference([1], [2], [3])), attempt(lambda: s.symmetric_difference()), attempt(lambda: s.symmetric_difference([1], [2])))
f = frozenset(s)
print(f | set() is f, f.union() is f, f.copy() is f, frozenset(f) is f, f & f is f, f - set() is f, Frozen(f).copy() is f, frozenset() is frozenset(), f == s, hash(f) == hash(Frozen(s)))
for name in "iand", "ior", "isub", "ixor":
    t = same = set(s)
    print(name, attempt(lambda: getattr(t, f"__{name}__")({2, 8})), t is same, attempt(lambda: getattr(t, f"__{name}__")([1])), hasattr(f, f"__{name}__"))
