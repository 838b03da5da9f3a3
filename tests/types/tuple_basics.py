t = (1, "a", [2])
print(t, (), (1,), 1, (1, 2)[0], t[-1], t[:2], t + (3,), (0,) * 3, len(t), t.count(1), t.index("a"), "a" in t)
print(tuple("abc"), tuple([1]), tuple(), tuple(t) is t, t[:] is t, (1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2), (1, 2) == [1, 2])
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2], max((1, 9), (2, 0)))
t[2].append(3)
print(t)
for f in (lambda: t[9], lambda: t.index(99), lambda: hash(t), lambda: t + [1], lambda: t["x"], lambda: tuple(1), lambda: t.append(1)):
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
