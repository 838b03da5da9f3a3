n = 0xDEADBEEFCAFEBABE0123456789
print(n << 70, n >> 33, n >> 500, -n >> 20, -1 >> 1000)
print(n & 0xFFFFFFFFFFFF, n | 1 << 120, n ^ -1, ~n)
print(-5 & 3, -5 | 3, -5 ^ 3, -n & 2 ** 90 - 1)
print((-n | 2 ** 70) % 1000, (-n ^ -12345678901234567890))
print(0 << 10 ** 6, 5 >> 0, True << 3)
for shift in (-1, -(10 ** 20)):
    for op in (lambda s: 1 << s, lambda s: 1 >> s):
        try:
            op(shift)
        except ValueError as e:
            print(e)
