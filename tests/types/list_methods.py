l = [3, 1, 2]
l.append(4)
l.extend("ab")
l.insert(1, "i")
l.insert(-100, "first")
l.insert(100, "last")
print(l, l.index(2), l.count(1), l.pop(), l.pop(0), l.pop(-2))
l.remove("i")
l.reverse()
print(l, l.copy() == l, l.copy() is l, len(l), 4 in l, "zz" in l)
l += (7, 8)
l *= 2
print(l, l.index(7, 6), [1, 2] + [3], [0] * 3, 2 * [1])
l.clear()
print(l, list("abc"), list(range(3)), list(), list({"k": 1}))
for f in (lambda: l.pop(), lambda: l.remove(5), lambda: [1].index(2), lambda: [1].pop(3), lambda: l[0], lambda: l + (1,), lambda: [] * [],
          lambda: l["a"], lambda: l.insert("a", 1), lambda: list(5), lambda: l.append(), lambda: l.append(1, 2), lambda: l.index()):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
