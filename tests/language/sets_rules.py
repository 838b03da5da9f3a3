# reference: 3.2.6, set(), frozenset()
# Sets hold hashable things once, numbers by value; frozensets are hashable and can be in sets.
print({1, 1.0, True, 1 + 0j}, len({0, False, 0.0, -0.0, 0j}), {1} == {1.0}, {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__)
s = {3, 1, 2}
print(sorted(s), 2 in s, frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}, sorted(s - {1}), s & {1, 9}, sorted(s ^ {1, 9}), s >= {1, 2}, s > s, s <= s, {1} < s, s.isdisjoint([4]), s.issubset(range(5)))
for f in (lambda: {[]}, lambda: {{}}, lambda: {1: {}, **{}}[2], lambda: {set()}, lambda: set(5), lambda: set([[]]), lambda: set(1, 2), lambda: set(a=1), lambda: frozenset(a=1), lambda: s | [1], lambda: [1] | s, lambda: s - 1, lambda: s < [1], lambda: s == [1, 2, 3], lambda: hash(s), lambda: s[0], lambda: s.pop(1),
          lambda: set().pop(), lambda: s.remove(99), lambda: s.remove([]), lambda: s.discard([]), lambda: [] in s, lambda: s.add([]), lambda: frozenset().add(1), lambda: s.union(5), lambda: sorted(s.union([4], (5,), "a"), key=str), lambda: s.update(7), lambda: s + s, lambda: s * 2, lambda: {*5}, lambda: {*[1], *"a"} == {1, "a"}, lambda: s.__init__([7]) or s, lambda: frozenset([1]).__init__([2]),
          lambda: frozenset.__new__(frozenset, [1]), lambda: s.copy() is s, lambda: frozenset([1]).copy(), lambda: {1}.intersection({1: 2}, [1]), lambda: {1, 2}.symmetric_difference([2, 3]), lambda: {1}.symmetric_difference(2), lambda: {1}.difference()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, f | f is f, frozenset() is frozenset())
g = f
g |= {2}
print(f, g == {1, 2}, type(g).__name__)
t = s
s |= {8}
print(t is s)
it = iter({1, 2})
