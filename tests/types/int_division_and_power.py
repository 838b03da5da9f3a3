for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5)):
    print(a, b, a // b, a % b, a / b, divmod(a, b))
print(2 ** 10, 2 ** -2, (-2) ** 3, 0 ** 0, (-8) ** 2, pow(3, 200, 7), pow(3, -1, 7), pow(-5, 3, 7), pow(5, 3, -7))
print(10 ** 25 / 10 ** 24, 2 ** 1000 / 2 ** 999, 1 / 10 ** 30)
tries = [lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: pow(2, 3, 0),
         lambda: pow(2, -1, 4), lambda: 10 ** 400 / 3, lambda: pow(2, 2.0, 3), lambda: float(10 ** 400)]
for f in tries:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
