d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("q", None), d)
d.update({"x": 1}, y=2)
d.update([("z", 3), "kv"])
print(d, d.popitem(), len(d), "x" in d, "nope" in d)
print(dict(a=1), dict([(1, 2)]), dict({"k": 1}, j=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {})
e = d.copy()
e.clear()
print(e, bool(e), len(d), d == dict(d), {1: 1, 2: 2} == {2: 2, 1: 1}, {1: 1} != {1: 2})
del d["x"]
d["a"] = [1]
print(d, list(d), sorted(d))
for f in (lambda: d["nope"], lambda: e.popitem(), lambda: e.pop("k"), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: d.update(5), lambda: dict(1),
          lambda: {[]: 1}, lambda: d[{}], lambda: d.pop(), lambda: d < d, lambda: d + d, lambda: dict(["abc"])):
    try:
        f()
    except (KeyError, ValueError, TypeError) as x:
        print(type(x).__name__, x)
