# reference: 3.2.7.1
# Each dict method at its edges, with order shown.
def do(code):
    d = {"a": 1, "b": 2}
    try: r = eval(code, {"d": d}); print(code, "->", r, d)
    except Exception as e: print(code, "!", type(e).__name__, e, d)
for code in """d["a"]
d["z"]
d[[]]
d.get("a"), d.get("z"), d.get("z", 5)
d.get([])
d.get()
d.get(1, 2, 3)
d.pop("a")
d.pop("z")
d.pop("z", None)
d.pop()
d.pop([])
d.popitem()
d.popitem(1)
d.setdefault("a", 9), d.setdefault("z"), d.setdefault("y", [])
d.setdefault([], 1)
d.update(c=3), d.update({"a": 9}), d.update([("x", 1)])
d.update([1])
d.update(["ab", "cd"])
d.update(["abc"])
d.update(5)
d.update({}, {})
d.clear()
d.copy(), d.copy() is d
d.keys(), d.values(), d.items(), list(reversed(d)), list(reversed(d.items()))
d.keys() & {"a"}, d.keys() - ["a"], d.items() | {("c", 3)} == {("a", 1), ("b", 2), ("c", 3)}, d.keys() ^ {"a", "b"}, d.keys() == {"a", "b"}, d.items() >= {("a", 1)}, d.keys().isdisjoint("xyz"), "a" in d.keys(), ("a", 1) in d.items(), 1 in d.values()
d.keys() & 5
d.keys() + d.keys()
d.values() == d.values()
d.keys().mapping, d.keys().mapping == d
d.keys()[0]
d.keys().add(1)
d | {"c": 3}, {"z": 0} | d, d | {}
d | [("c", 3)]
d.__ior__([("c", 3)])
d.__or__(5), d.__ror__(5)
d.fromkeys("xy"), d.fromkeys("xy", 0), dict.fromkeys([])
d.fromkeys(5)
d == {"b": 2, "a": 1}, d != {}, {1: 1} == {1.0: True}, {} == []
d < d
len(d), bool(d), bool({}), "a" in d, list(d), [*d], {**d}, dict(d), str({}), repr({1: {2: {}}}), {1: 2, 1.0: 3, True: 4}
d.__getitem__("z")
d.__missing__
d.__delitem__("z")
d.__setitem__([], 1)
d.__contains__([])
d.__len__(), d.__iter__().__next__(), d.__eq__(5), d.__class_getitem__((int, str))
del_ := d.__delitem__("a")
max(d), sorted(d, reverse=True), min(d, key=d.get), sum({1: 2, 3: 4}), list(zip(d, d.values())), list(map(d.get, "ab")), dict(zip(d.values(), d))
next(iter(d)), next(reversed(d.values())), iter(d).__length_hint__(), type(iter(d.items())).__name__""".splitlines(): do(code)
