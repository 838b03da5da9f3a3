# Quotients of one digit, and those that just are not: divmod, // and % of large integers agree with multiplication.
import random
r = random.Random(5)
n = 0
def check(a, b):
    q, m = divmod(a, b)
    assert q * b + m == a and (0 <= m < b if b > 0 else b < m <= 0), (a, b)
    assert a // b == q and a % b == m, (a, b)
for i in range(1500):
    k = r.randrange(31, 200)
    b = r.getrandbits(k) | 1 << k
    if i % 3 == 0: b = (1 << k) - r.randrange(1, 5)
    if i % 7 == 0: b = (1 << k) + r.randrange(5)
    q = r.choice([r.getrandbits(r.randrange(1, 33)), (1 << 30) - r.randrange(3), (1 << r.randrange(1, 31)) - 1, 1])
    a = q * b + r.choice([0, 1, -1, b - 1, r.randrange(b), b >> 1, -(b >> 3)])
    a = abs(a) + 1
    for x in (a, -a):
        for y in (b, -b):
            check(x, y)
print("ok")
