# reference: 3.2.4, 3.2.4.1
# int has no limit, shifts and bits as if of endless two's complement; bool is an int with two values.
print(2 ** 100, -(2 ** 100) >> 99, -1 >> 1000, 1 << 64, ~(2 ** 70), -(2 ** 70) & 0xff, -5 | 2, -5 ^ 3, -5 & -3)
print(True + True, True * 5, -True, True & False, True | 0, True ^ True, type(True & True).__name__, type(True & 1).__name__, type(True ^ False).__name__)
print(str(True), repr(False), int(True), True == 1, True is 1 if 0 else "", {1: "a", True: "b", 1.0: "c"}, [10, 20][True], "ab"[False], isinstance(True, int), issubclass(bool, int))
try:
    class B(bool): pass
except TypeError as e:
    print(e)
print(bool.__mro__, bool.__bases__, (True).__class__, True.real, True.imag, True.numerator, True.denominator, True.bit_length())
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 % 0, lambda: 1 // 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << 1.0, lambda: 1 & 1.0, lambda: 2 ** 0.5, lambda: (-8) ** (1/3), lambda: pow(2, -1, 7), lambda: pow(2, -1, 4),
          lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: int(float("nan")), lambda: int(float("inf")), lambda: 10 ** 400 / 3, lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 // 10 ** 399, lambda: 10 ** 400 / 10 ** 399, lambda: 10 ** 400 < float("inf"), lambda: 10 ** 400 == 1e400):
    try:
        print(f())
    except (ValueError, ZeroDivisionError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for a in 7, -7:
    for b in 2, -2, 3, -3:
        print(a // b, a % b, divmod(a, b), a / b, end="; ")
print()
class I(int):
    def __repr__(self): return "I!"
print(I(5), [I(5)], I(5) + 1, type(I(5) + 1).__name__, f"{I(5)}", "%d %s %r" % (I(5), I(5), I(5)), str(I(5)), -I(5), +I(5), type(+I(5)).__name__, abs(I(-5)), I.from_bytes(b"\5"))
