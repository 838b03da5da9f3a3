print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print((1.5).hex(), (-0.1).hex(), (0.0).hex(), float("inf").hex(), (5e-324).hex())
print(float.fromhex("0x1.8p+1"), float.fromhex("-0x.8p3"), float.fromhex("inf"), float.fromhex("1.8"))
print((3.5).real, (3.5).imag, (3.5).conjugate())
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("xyz"),
          lambda: float.fromhex("0x1p2000")):
    try:
        f()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
