d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i)
d["d"] = 4
print(k, len(v), list(reversed(k)), list(reversed(v)))
print(sorted(k & {"a", "z"}), sorted(k | ["q"]), sorted(k - {"a"}), sorted(k ^ {"a", "n"}), sorted(i & {("b", 2)}))
print(k == {"a", "b", "c", "d"}, k <= {"a", "b", "c", "d", "e"}, k.isdisjoint("xyz"), v == v, d.values() == d.values(), k > {"a"})
print(k.mapping, type(k.mapping).__name__, type(k).__name__, type(iter(i)).__name__)
try:
    k.mapping["x"] = 1
except TypeError as e:
    print(e)
try:
    hash(k)
except TypeError as e:
    print(e)
