# float.hex, float.fromhex at the edges, as_integer_ratio and is_integer.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Float(float):
    pass

for a in (0.0, -0.0, 1.0, 1.5, -2.5, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 0.1, 123456789.125, Float(0.5)):
    for name in "hex is_integer as_integer_ratio conjugate __trunc__ __floor__ __ceil__ __int__ __getnewargs__ __repr__ __bool__".split():
        show(getattr(a, name))
    print(float.fromhex(a.hex()) == a or a != a, repr(a), str(a), float(repr(a)) == a or a != a)
for s in ("0x1p0", "0x1.8p1", "-0x.8p-3", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "inf", "-nan", "nan", "Infinity", "1.5", "0x",
          "0x.", "", "  0x1p1 ", "0x1p", "0x1p+", "0x1g", "1p1", "0x1_0", "0x1.8", "0X1P+3", "0x0p9999999999999", "0x1p99999999999999999999", "0x1p-99999999999999999999", 3, b"1", "0x1\0", "0x1.00000000000008p0",
          "0x1.00000000000018p0", "0x1.000000000000080001p0", "0x123456789abcdef123456789p0", "+0x1", "--0x1", "0x1p1.5", "infinit"):
    show(float.fromhex, s)
    show(Float.fromhex, s)
show(lambda: type(Float.fromhex("0x1p0")))
for kind in ("double", "float", "x", 3):
    show(float.__getformat__, kind)
