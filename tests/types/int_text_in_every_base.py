# int() of texts in all bases 2 to 36 and 0: there and back, prefixes, underscores, spaces, digits of other scripts.
def attempt(*arguments):
    try:
        return int(*arguments)
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


def text(n, base):
    digits = ""
    while n:
        n, d = divmod(n, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + digits
    return digits or "0"


for base in range(2, 37):
    for n in (0, base - 1, base, 10**9, 3**50):
        assert int(text(n, base), base) == int("-" + text(n, base).upper(), base) * -1 == n
    print(attempt(text(base, 36), base), end="; ")
print()
for t in ("0x1F", "0b11", "0o17", "0", "00", "0_0", "07", "-0X_f", " +0b_1\n", "0x", "1_0", "1__0", "_1", "1_", "0b2", "- 1", "+-1", ""):
    print(repr(t), attempt(t, 0), attempt(t, 16), attempt(t), sep=" | ")
for t in ("\u0661\u0662", "\uff17\uff18", "\u0967_\u0968", "\u00b2", "\u2167", "1\u00a0", "\u20031", "1\x00", "x\x00y"):
    print(ascii(t), ascii(attempt(t)), ascii(attempt(t, 16)))
for arguments in (("1", 1), ("1", 37), ("1", -2), (10, 10), (1.5, 10), ("1", "2"), ("1", 2.0), (None,), ([],), (b"12", 8), (bytearray(b" 7_7 "), 8),
                  (b"\xff",), (b"0x", 16), (memoryview(b"42"),), ("z" * 3, 36), ("1", 2**70)):
    print(attempt(*arguments))
