# reference: dict()
# Forms of dict(): mappings, pairs, keywords, both; what has keys() is a mapping.
class M:
    def __init__(s, k): s.k = k
    def keys(s): return s.k
    def __getitem__(s, k): return k * 2
class Pair:
    def __iter__(s): return iter("kv")
print(dict(), dict(a=1), dict({"a": 1}, a=2, b=3), dict([("x", 1), ["y", 2], "zw", Pair()]), dict(M("ab")), dict(M(["a"]), b=1), dict(zip("ab", range(2))), dict({}), dict(((1, 2),)), dict(x for x in ["pq"]), dict({1: 2}.items()), dict(self=1, mapping=2, iterable=3), dict(**{"odd key": 1}))
d = {"k": []}
e = dict(d)
print(e is d, e["k"] is d["k"], e == d)
for f in (lambda: dict(1), lambda: dict(None), lambda: dict([1]), lambda: dict(["a"]), lambda: dict(["abc"]), lambda: dict([()]), lambda: dict([(1, 2), 3]), lambda: dict([([], 1)]), lambda: dict(1, 2), lambda: dict([], [], a=1), lambda: dict(**{1: 2}), lambda: dict(M(5)), lambda: dict(M([[]])), lambda: dict("ab"), lambda: dict(["ab", "c"]), lambda: dict([(1, 2, 3)]), lambda: dict({"a": 1}, **{"a": 2}), lambda: dict(x for x in [1]), lambda: dict(a=1, a_=2), lambda: dict([[1, 2], [3]]), lambda: dict(b"ab"), lambda: dict([b"ab"])):
    try: print(f())
    except Exception as ex: print(type(ex).__name__, ex)
class D(dict):
    def __setitem__(s, k, v): print("never called by dict()")
    def __init__(s, *a, **k): print("init", a, k); super().__init__(*a, **k)
print(D([("a", 1)], b=2), D.fromkeys("a") if 0 else "", type(D(x=1).copy()).__name__, type(D() | {}).__name__)
