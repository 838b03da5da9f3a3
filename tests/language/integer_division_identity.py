# reference: 6.7
# x == (x // y) * y + x % y, and the sign of % is that of y, for ints and floats near the edges.
ints = [0, 1, -1, 7, -7, 2 ** 31, -2 ** 31, 2 ** 63 - 1, -2 ** 63, 10 ** 25, -10 ** 25, 2 ** 30, 2 ** 60 + 1]
bad = 0
for x in ints:
    for y in ints:
        if not y: continue
        q, r = divmod(x, y)
        if x != q * y + r or q != x // y or r != x % y or (r and (r < 0) != (y < 0)) or abs(r) >= abs(y): bad += 1
print("bad", bad)
for x in (5.5, -5.5, 0.1, -0.1, 1e16, -1e16, 5e-324):
    print([(x // y, x % y) for y in (2.0, -2.0, 0.3, -0.3, 1e10)])
print(-1 // 10 ** 30, -1 % 10 ** 30 == 10 ** 30 - 1, 1 // -10 ** 30, 10 ** 30 // -1, (-10 ** 30) // 7, (-10 ** 30) % 7, 10 ** 50 // 10 ** 49, 10 ** 50 % (10 ** 49 + 1), divmod(-10 ** 40, 10 ** 20 + 1), (2 ** 64) // 2 ** 32, -(2 ** 64) // (2 ** 32 + 1), True // 1, 7 // True, False % 5)
