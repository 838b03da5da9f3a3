a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a | set(), a.union([5], (6,)), a.intersection([1, 2], [2]), a.difference([1]), a.symmetric_difference([3, 9]))
print(a <= {1, 2, 3, 4}, a < a, a >= {1}, a.issubset(range(5)), a.issuperset([1]), a.isdisjoint(b), a == {3, 2, 1}, {1} < {2}, {2} < {1})
s = set()
s.add(1); s.add(1); s.update([2, 3], (4,)); s.discard(9); s.remove(2)
print(s, len(s), 1 in s, set("") , set([1, 1.0, True]), s.copy() == s, s.copy() is s)
s |= {7}; s &= {1, 7, 3}; s -= {3}; s ^= {1, 8}
print(s)
s.intersection_update([7, 8]); s.difference_update([7]); s.symmetric_difference_update([5])
print(s, s.pop() in (5, 8), len(s))
s.clear()
print(s, frozenset(), {1} | frozenset([2]), type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__)
for f in (lambda: s.pop(), lambda: s.remove(3), lambda: {1} | [2], lambda: {[]}, lambda: {1} < [1, 2], lambda: hash(s), lambda: s.update(5), lambda: s.add([]),
          lambda: s[0], lambda: {{1}}):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
