# reference: 6.7
# Laws that hold between the operators of big integers, on numbers around every limit.
import random
random.seed(5)
edges = [0, 1, -1, 2, 2**15, 2**30 - 1, 2**30, -2**30, 2**31, 2**60 - 1, 2**60, 2**63, -2**63, 2**64, 2**90 + 7, -(2**120) - 1, 10**40, 3**100]
numbers = edges + [random.getrandbits(random.choice((20, 70, 200, 700))) * random.choice((1, -1)) for _ in range(25)]
bad = 0
for a in numbers:
    for b in numbers:
        bad += a + b - b != a
        bad += (a - b) + (b - a) != 0
        bad += (a ^ b) != (a | b) - (a & b)
        bad += ~(a & b) != (~a | ~b)
        bad += (a & b) + (a | b) != a + b
        bad += (a + b) ** 2 != a * a + 2 * a * b + b * b
        if b:
            q, r = divmod(a, b)
            bad += q * b + r != a or q != a // b or r != a % b or not (0 <= r < b or b < r <= 0)
            bad += pow(a, 3, b) != a ** 3 % b
        s = abs(b) % 130
        bad += a << s != a * 2 ** s or a >> s != a // 2 ** s
        bad += (a < b) != (b - a > 0) or (a == b) != (not a - b)
    bad += int(str(a)) != a or int(hex(a), 16) != a or int(bin(a), 0) != a or int(oct(a), 8) != a
    bad += -(-a) != a or ~~a != a or abs(a) != abs(-a) or hash(a) != hash(-(-a))
    n = (a.bit_length() + 8) // 8
    bad += int.from_bytes(a.to_bytes(n, "little", signed=True), "little", signed=True) != a
    f = float(a) if abs(a) < 2**1000 else 0.0
    bad += int(f).bit_length() not in (a.bit_length(), a.bit_length() + 1) if f else 0
print("broken laws:", bad)
print(pow(3, -1, 7), pow(10**30, -1, 10**9 + 7), pow(-5, 10**20, 13), pow(2, 10**6, 10**30) % 1000, pow(5, 0, 1), pow(0, 0), pow(-2, 3, -7))
for args in ((2, -1, 4), (0, -1, 5), (2, 3, 0), (2, -1, 0), (2.0, 2, 3), (2, 2.0, 3), (2, 2, 3.0), ("a", 1), (0, -1), (0.0, -1)):
    try: print(args, pow(*args))
    except Exception as e: print(args, type(e).__name__, e)
