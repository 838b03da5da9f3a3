# reference: 3.2.4.2
# as_integer_ratio gives the exact fraction in lowest terms; is_integer says whether its denominator is one.
from math import gcd

for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 1e22, 1e23, 2.0**-1074, 5e-324 * 3, 1.7976931348623157e308, 2.0**53 + 1, 123456.789, -2.5e-10):
    n, d = x.as_integer_ratio()
    assert d > 0 and gcd(n, d) == 1 and n / d == x and d & (d - 1) == 0
    print(x, n if n.bit_length() < 200 else n.bit_length(), d if d.bit_length() < 200 else d.bit_length(), x.is_integer())
for e in range(-60, 61, 12):
    print(e, (0.75 * 2.0**e).as_integer_ratio())
for x in float("inf"), float("-inf"), float("nan"):
    print(x.is_integer())
    try:
        x.as_integer_ratio()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)


class Own(float):
    pass


print(Own(0.5).as_integer_ratio(), type(Own(2.0).conjugate()).__name__, Own(1.5).real, Own(1.5).imag, type(Own(1.5).real).__name__)
print((1.5).__trunc__(), (-1.5).__trunc__(), (1.5).__floor__(), (-1.5).__floor__(), (1.5).__ceil__(), (-1.5).__ceil__())
for wrong in (lambda: (1.0).as_integer_ratio(1), lambda: float.is_integer(1), lambda: float.as_integer_ratio("1"), lambda: float("nan").__floor__(),
              lambda: float("inf").__trunc__(), lambda: float("-inf").__ceil__()):
    try:
        print(wrong())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
