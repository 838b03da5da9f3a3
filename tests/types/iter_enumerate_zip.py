print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(enumerate("x", 10 ** 20)))
print(list(zip("abc", [1, 2])), list(zip()), list(zip("ab")), list(zip(range(2), "xy", [None, 0])), dict(zip("ab", "cd")), list(zip(*[(1, 2), (3, 4)])))
z = zip("abc", iter([1]))
print(next(z), next(z, "end"), iter(z) is z, type(z).__name__)
for a, b in (("ab", "c"), ("a", "bc"), ("ab", "cd")):
    try:
        print(list(zip(a, b, strict=True)))
    except ValueError as e:
        print(e)
try:
    list(zip("ab", "ab", "a", strict=True))
except ValueError as e:
    print(e)
for f in (lambda: zip(1), lambda: zip("a", 5), lambda: enumerate(5), lambda: enumerate(), lambda: enumerate("a", "b"), lambda: zip("a", bad=1)):
    try:
        f()
    except TypeError as e:
        print(e)
e = enumerate("abc")
next(e)
print(list(e), next(e, "done"))
