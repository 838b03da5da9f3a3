# reference: 7.2
a, b = 1, 2
a, b = b, a
print(a, b)
(x, [y, z]), w = (1, (2, 3)), 4
print(x, y, z, w)
first, *rest = "hello"
print(first, rest)
*init, last = range(5)
print(init, last)
h, *m, t = [1, 2]
print(h, m, t)
for k, (v, *u) in [("a", (1, 2, 3)), ("b", (4,))]:
    print(k, v, u)
