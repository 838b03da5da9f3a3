# reference: 6.14
add = lambda x, y=1, *a, **k: (x, y, a, k)
print(add(1), add(1, 2, 3, z=4))
print((lambda: (yield))().__class__.__name__)
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
