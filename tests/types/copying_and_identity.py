l = [1, [2, 3]]
c = l.copy()
s = l[:]
m = list(l)
print(c == l, c is l, c[1] is l[1], s[1] is l[1], m[1] is l[1])
l[1].append(4)
print(c, s)
d = {"k": [1]}
e = d.copy()
e["k"].append(2)
e["n"] = 0
print(d, e)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, grid[0] is grid[1])
t = (1, 2)
print(tuple(t) is t, t[:] is t, t * 1 is t, t + () is t)
a = b = []
a.append(1)
a += [2]
print(b, a is b)
a = a + [3]
print(b, a is b)
print(None is None, ... is Ellipsis, type(None)() is None, bool(1) is True, frozenset() is frozenset())
