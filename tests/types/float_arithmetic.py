inf = float("inf")
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), -0.0 % 5, 5.0 % inf, -5.0 % inf)
print(2.0 ** 0.5, 2.0 ** -1, (-8.0) ** 2, 0.0 ** 0, inf ** 0, 1.0 ** inf, inf - inf, inf * 0)
print((-8.0) ** (1 / 3) == complex(-8.0) ** (1 / 3))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: int(inf),
          lambda: divmod(1.0, 0.0)):
    try:
        print(f())
    except OverflowError as e:
        print(type(e).__name__)
    except (ArithmeticError, ValueError) as e:
        print(type(e).__name__, e)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], max(1, nan), -0.0 == 0.0, 1 == 1.0, 0.1 + 0.2 == 0.3)
