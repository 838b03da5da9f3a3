# Every int is also a fraction and a complex number: numerator, denominator, real, imag, conjugate, as_integer_ratio.
class Own(int):
    pass


for n in (0, 5, -7, 2**70, True, Own(3)):
    parts = n.numerator, n.denominator, n.real, n.imag, n.conjugate(), n.as_integer_ratio()
    print(repr(n), *parts, [type(p).__name__ for p in parts])
    print(n.is_integer(), n.__trunc__(), n.__floor__(), n.__ceil__(), type(n.__floor__()).__name__)
big = 2**70
print(big.numerator is big, big.real is big, big.__trunc__() is big, +big is big, big.__int__() is big, int(big) is big)
own = Own(2**70)
print(own.numerator is own, type(+own).__name__, type(own.__index__()).__name__, type(abs(own)).__name__)
for name in "numerator", "denominator", "real", "imag":
    for act in (lambda: setattr(5, name, 1), lambda: delattr(5, name)):
        try:
            act()
        except AttributeError as e:
            print(name, e)
for wrong in (lambda: (5).conjugate(1), lambda: (5).as_integer_ratio(1), lambda: int.numerator.__get__("x"), lambda: (5).is_integer(2)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
print(type(int.numerator).__name__, int.numerator.__name__, int.real.__objclass__.__name__)
