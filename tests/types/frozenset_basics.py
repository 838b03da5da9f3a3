f = frozenset([3, 1, 2, 1])
print(f, len(f), 2 in f, hash(f) == hash(frozenset([1, 2, 3])), f == {1, 2, 3}, {f: "key"}[frozenset((1, 2, 3))], f.copy() is f, frozenset(f) is f)
print(f | {9}, f - {1}, f & {1, 2}, sorted(f ^ {1, 7}), f.union([4]), {f, frozenset()} == {frozenset(), f})
g = f
g |= {5}
print(f, g, f is g, f < g)
try:
    f.add(1)
except AttributeError as e:
    print(e)
print({1, 2} in {frozenset({1, 2})}, frozenset("a"), repr(frozenset()), type(f - {1}).__name__)
class F(frozenset): pass
print(F([1]), F([1]) == f - {2, 3}, type(F([1]) | {2}).__name__, type(F([1]).copy()).__name__)
