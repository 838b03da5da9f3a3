# reference: 3.2.7.1
# Views show the dict as it is now; they can be walked backwards; their mapping attribute is a read-only proxy.
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
d["d"] = 4
del d["a"]
d["b"] = 20
print(keys, values, items, len(keys), "d" in keys, 20 in values, ("b", 20) in items, ("b", 2) in items, ("b",) in items, "b" in items)
print(list(reversed(d)), list(reversed(keys)), list(reversed(values)), list(reversed(items)))
for view in keys, values, items:
    print(type(view).__name__, type(view.mapping).__name__, view.mapping, type(iter(view)).__name__, type(reversed(view)).__name__, iter(view).__length_hint__())
    try:
        view.mapping["x"] = 1
    except TypeError as e:
        print(e)
    for wrong in (lambda: view[0], lambda: type(view)(), lambda: hash(view), lambda: view + view, lambda: view < values):
        try:
            print(wrong() and "a hash")
        except TypeError as e:
            print(" ", e)
print(keys == {"b": 0, "c": 0, "d": 0}.keys(), keys == {"b", "c", "d"}, keys == ["b", "c", "d"], values == d.values(), items == d.items(), values == values, {1: 2}.items() == {(1, 2)}, {1: []}.items() == {1: []}.items())
back = reversed(d)
print(next(back), back.__length_hint__(), list(back), back.__length_hint__(), next(back, "end"))
for make in (iter, reversed, lambda d: iter(d.items()), lambda d: reversed(d.values())):
    it = make(d)
    next(it)
    d["new"] = 1
    try:
        next(it)
    except RuntimeError as e:
        print(e, it.__length_hint__())
    d.pop("new")
    try:
        print(next(it, "over"))
    except RuntimeError as e:
        print("again:", e)
print(sorted(keys & "bcz"), sorted(keys - ["b"]), sorted(keys | {"z"}), sorted(keys ^ d), keys.isdisjoint("xyz"), items.isdisjoint([("b", 20)]), keys >= {"b"}, keys < {"b", "c", "d", "e"})
