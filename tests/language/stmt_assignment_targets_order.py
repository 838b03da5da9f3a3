# reference: 7.2, 6.16
# Value first, then the targets from left to right, nested ones inside; what happens when one fails midway.
log = []
class O:
    def __init__(s, n): object.__setattr__(s, "n", n)
    def __setattr__(s, k, v): log.append(f"{s.n}.{k}={v}")
    def __setitem__(s, k, v): log.append(f"{s.n}[{k}]={v}")
    def __getitem__(s, k): log.append(f"get {s.n}[{k}]"); return 0
def o(n): log.append(f"o{n}"); return O(n)
def v(x): log.append(f"v{x}"); return x
o(1).a = o(2)[v("k")] = v(5)
print(*log); log.clear()
o(1).a, (o(2)[v(1)], *o(3).rest) = v((1, "abc"))
print(*log); log.clear()
o(1)[v(0):v(2)] = v(9)
print(*log); log.clear()
o(1)[v(0)] += v(1)
print(*log); log.clear()
x, y = 1, 2
x, y = y, x
a = [0, 1, 2]
i = 0
i, a[i] = 1, 9
print(x, y, i, a)
x = [0, 1]; i = 0
i = x[i] = 1
print(i, x)
n = (m, k) = [p, q] = 3, 4
print(n, m, k, p, q)
(a), (b,), [c], [(d)] = 1, (2,), (3,), [4]
print(a, b, c, d)
try: s, t, u[0] = "ab" "c"
except NameError as e: print(e, s, t)
try: s, (t, w), z = 7, (8,), 9
except ValueError as e: print(e, s, t)
try: r, 
except NameError as e: print(e)
try: s, t = v(10), 1 / 0
except ZeroDivisionError: print(s, t)
[] = (); () = []; [] = {}
for f in [lambda: None]: f.attr = 1
try: [] = [1]
except ValueError as e: print(e)
try: () = "ab"
except ValueError as e: print(e)
e, = {5: 6}; g, *h = {1: 2, 3: 4}; *l, = range(3); (*w,) = "xy"; j, (k, (z, *zz)), *rest = 1, (2, (3, 4, 5)), 6, 7
print(e, g, h, l, w, j, k, z, zz, rest)
