# reference: 6.10.1
# What equals what, and what has an order, among all the built-in types.
import sys
values = [1, 1.0, 1 + 0j, True, "1", b"1", bytearray(b"1"), (1,), [1], {1}, frozenset([1]), {1: 1}, range(1, 2), None, ..., int, memoryview(b"1"), slice(1), {1: 1}.keys(), {1: 1}.values(), {1: 1}.items(), len, NotImplemented]
for a in values:
    print(type(a).__name__, "==", *(type(b).__name__ for b in values if a == b), "| !=", sum(a != b for b in values), end=" | <= ")
    row = []
    for b in values:
        try:
            if a <= b: row.append(type(b).__name__)
        except TypeError: pass
    print(*row)
print([1, 2] < [1, 2, 3] < [1, 3] < [2], (1, "a") < (1, "b"), "" < "a" < "aa" < "b", b"" < b"\0" < b"a", [] < [[]] , () < ((),), [1, [2]] == [1, [2]], {1: [2]} == {1: [2]}, {1: 2} != {1: 3}, range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], {1, 2} > {1}, {1} < {2}, {1} > {2}, {1} == {2})
nan = float("nan")
l = [nan]
print(nan == nan, l == l, l == [nan], [nan] == [float("nan")], (nan,) < (nan,), nan in l, l.index(nan), l.count(nan), {nan: 1} == {nan: 1}, {nan} == {nan}, sorted([3, nan, 1])[0] if 0 else "", max(nan, 1), min(1, nan))
print("a" == "a\0", "é" == "e\u0301", "ß" < "ss", "A" < "a", "Z" < "a", "10" < "9", 10 ** 30 == 1e30, 10 ** 22 == 1e22, 2 ** 53 + 1 == float(2 ** 53 + 1), 2 ** 53 == float(2 ** 53), 1 < 1.5 < 2, True < 2, -0.0 == 0, 0.1 + 0.2 == 0.3, float("inf") > 10 ** 400, -float("inf") < -10 ** 400)
a, b = [], []
a.append(a); b.append(b)
print(a == a, type(a) == list, int == int, int != str, (1).__class__ == int)
