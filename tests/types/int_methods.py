print((0).bit_length(), (255).bit_length(), (-256).bit_length(), (2 ** 100).bit_length())
print((255).bit_count(), (-7).bit_count(), (2 ** 100 - 1).bit_count())
print((1024).to_bytes(4, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(3, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2, 3]))
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate(), (7).is_integer(), (-7).as_integer_ratio())
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: (1).to_bytes(2, "middle"),
          lambda: (1).to_bytes(-1, "big")):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((5).__add__(3), (5).__add__(3.0), (5).__radd__(1), (3).__rpow__(2), (-8).__abs__(), (5).__index__())
