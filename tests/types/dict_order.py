d = {}
for k in "zyxw":
    d[k] = len(d)
d["y"] = "kept place"
del d["z"]
d["z"] = "now last"
print(d, list(d), list(reversed(d)), list(reversed(d.items())))
d.popitem()
d["n"] = 0
print(list(d.values()), next(iter(d)))
for i in range(20):
    d[i] = i
for i in range(0, 20, 2):
    del d[i]
print(list(d))
print({1: "a", True: "b", 1.0: "c"}, {0: "zero", False: "f"}, {**{"b": 1, "a": 2}, "b": 3})
