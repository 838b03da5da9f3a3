# Numbers of thousands of digits: division, text in several bases and back, each checked against multiplication.
import sys

sys.set_int_max_str_digits(0)
state = 987654321

def random_bits():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return state >> 16

def number(bits, kind):
    if kind == 0:
        x = 0
        for i in range(bits // 48 + 1):
            x = x << 48 | random_bits()
        return x | 1
    return ((1 << bits) - 1, 1 << bits, (1 << bits) - (1 << bits // 2), ((1 << bits // 3) - 1) << (bits - bits // 3), (1 << bits) + 1)[kind - 1]

modulus = (1 << 61) - 1
total = 0
for i in range(60):
    small = random_bits() % 9000 + 1000
    a, b = number(small + random_bits() % 12000, random_bits() % 6), number(small, random_bits() % 6)
    for x, y in ((a, b), (-a, b), (a, -b)):
        q, r = divmod(x, y)
        assert q * y + r == x and (0 <= r < y or y < r <= 0), i
        total = (total * 31 + q % modulus + r % modulus) % modulus
    if i % 4 == 0:
        s = str(a)
        assert int(s) == a and int(s[:1000] + "_" + s[1000:]) == a
        total = (total * 31 + len(s) + int(s[::3], 16) % modulus + int(s[::5], 36) % modulus + int(s, 11) % modulus) % modulus
print(total)
for e in (575, 576, 577, 1151, 1152, 1153, 2304, 4299, 5000):
    for n in (10**e, 10**e - 1, -(10**e) - 1):
        s = str(n)
        print(len(s), s[:4], s[-4:], int(s) == n)
print(pow(3, 5000, 10**700 + 7) % modulus, pow(7, -1, 10**600) * 7 % 10**600, f"{10**2000:,}"[:12], ("%d" % -(3**5000))[-9:])
