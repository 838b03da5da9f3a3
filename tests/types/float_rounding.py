for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20, 0.1):
    print(round(x), round(x, 1), round(x, 2))
print(round(1234.567, -2), round(5.015, 2), round(1e300, 5), round(-0.4), round(2.5, None), round(1e22, -20))
print(round(1.0), type(round(1.0)).__name__, type(round(1.0, 0)).__name__)
for bad in ("inf", "nan"):
    try:
        round(float(bad))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(int(-3.9), int(3.9), int(1e20), (-3.5).__floor__(), (-3.5).__ceil__(), (-3.5).__trunc__())
