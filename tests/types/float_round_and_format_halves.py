# Rounding looks at the exact value: halves that are halves go to even, texts such as 2.675 are not halves.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.5000000000000004, 0.49999999999999994, 1e16, 4503599627370497.5):
    print(x, round(x), type(round(x)).__name__, round(x, 0), f"{x:.0f}", "%.0f" % x)
for x, n in ((2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (2.5, 0), (1234.5, -2), (1250.0, -2), (1350.0, -2), (5e-324, 323), (5e-324, 400),
             (1.7976931348623157e308, -309), (1e300, -400), (-0.4, 0), (0.15, 1), (0.25, 1), (0.35, 1), (1e22, -22), (5.5, True)):
    print(x, n, round(x, n))
for call in (lambda: round(1.7976931348623157e308, -307), lambda: round(float("inf"), 2), lambda: round(float("nan"), -5), lambda: round(float("inf")),
             lambda: round(float("nan")), lambda: round(1.5, None), lambda: round(1.5, 2.0), lambda: round(1.5, "1"), lambda: round(1.5, 2**100),
             lambda: round(1.5, -(2**100)), lambda: round(), lambda: round(1.5, 1, 2), lambda: round(number=2.5), lambda: round(2.5, ndigits=0),
             lambda: (2.5).__round__(), lambda: (2.5).__round__(None), lambda: (2.5).__round__(1), lambda: round("2"), lambda: round(1j)):
    try:
        print(repr(call()))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
for x in 0.5, 2.675, 1e15 + 0.5, 12345.678901:
    print([round(x, n) for n in range(-5, 6)])
print([round(15, n) for n in (-3, -2, -1, 0, 1)], [round(n, -1) for n in (5, 15, 25, -5, -15)], round(True), round(10**40 + 5, -1))
