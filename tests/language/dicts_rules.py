# reference: 3.2.7, 3.2.7.1, 6.2.7, dict()
# Keys by hash and equality, order of insertion, replacing keeps the first key, deleting and adding again moves to the end.
d = {1: "a", 2: "b", 1.0: "c"}
print(d, list(d), d[True], 1 + 0j in d)
d[3] = d.pop(2); d[2] = 0; del d[1]; d[1] = "again"
print(d, list(reversed(d)), d.popitem(), d)
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): print("hash", s.n, end=" "); return s.n % 2
    def __eq__(s, o): print("eq", s.n, o.n, end=" "); return s.n == o.n
    def __repr__(s): return f"K{s.n}"
x = {K(1): 1, K(3): 2, K(1): 3}
print(x)
print(x[K(3)], K(5) in x, x.get(K(2)), x.setdefault(K(3), 9), x.pop(K(1)))
for f in (lambda: {}[1], lambda: {}["a"], lambda: {}[(1,)], lambda: {}[[]], lambda: {[]: 1}, lambda: {**5}, lambda: {**{1: 2}}, lambda: dict(5), lambda: dict([1]), lambda: dict(["ab", (1, 2)]), lambda: dict([(1, 2, 3)]), lambda: dict("ab"), lambda: dict(a=1, **{"b": 2}), lambda: dict({1: 2}, a=3), lambda: dict([("a", 1)], a=2), lambda: dict(1, 2), lambda: dict(**{1: 2}),
          lambda: {} < {}, lambda: {} + {}, lambda: {1: 1} | {1: 2, 3: 4}, lambda: {} | [], lambda: hash({}), lambda: {}.popitem(), lambda: {}.pop(1), lambda: {}.pop(1, "d"), lambda: dict.fromkeys("aab", 0), lambda: dict.fromkeys(5), lambda: {}.update(5), lambda: {}.update([1]), lambda: {}.update(["abc"]), lambda: {1: 2}.get([]), lambda: [] in {}, lambda: {1: 2} == {1.0: 2.0}, lambda: {"a": 1, "b": 2} == {"b": 2, "a": 1},
          lambda: {}.get(), lambda: {}.setdefault([], 1), lambda: {}.fromkeys([[]]), lambda: {1: 2}.items() == {(1, 2)}, lambda: {1: 2}.keys() | [5], lambda: {1: 2}.values() == {1: 2}.values()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Missing(dict):
    def __missing__(self, key): return f"<{key}>"
m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, len(m))
d = {}
d |= [("k", 1), ("l", 2)]
print(d)
try:
    d |= 5
except TypeError as e:
    print(e)
