# reference: 3.2.4.2
# float.fromhex: signs, exponents, points, spaces, rounding half to even, too large, and everything it refuses.
good = ("0x1p0", "0X1.8P1", "-0x1.0p-1074", "1.8", "a", ".8p4", "8.", "0x.1p4", "+0xffp-8", " \t0x1p+3\n", "inf", "-Infinity", "+INF", "nan", "-NaN",
        "0x0p99999999999", "0x1p-9999999999999", "0x1.fffffffffffffp1023", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080001p0",
        "0x0.00000000000008p-1022", "0x1p-1075", "0x1.8p-1075", "0x00000000000000000000001p0", "1e1", "0xe.p-1", "-0x0p0")
for t in good:
    x = float.fromhex(t)
    print(t.strip(), x, x.hex())
    assert float.fromhex(x.hex()) == x or x != x
bad = ("", "0x", "0xp1", ".", "0x1p", "0x1p+", "1p1.0", "0x 1", "- 1", "0x1g", "infi", "nan1", "1_0", "0x1p1 2", "\u0661", "0x1\x00", "++1", "p1")
for t in bad + ("0x1p1024", "0x1.fffffffffffff8p1023", "1" + "0" * 300, 5, None, b"1"):
    try:
        print(float.fromhex(t))
    except (ValueError, OverflowError, TypeError) as e:
        print(ascii(t)[:20], type(e).__name__, e)


class Own(float):
    def __new__(cls, x):
        print("new", x)
        return float.__new__(cls, x)


print(type(Own.fromhex("0x1p1")).__name__, (1.5).fromhex("3"), (0.1).hex(), (-0.0).hex(), float("nan").hex(), float("-inf").hex(), 5e-324.hex())
