# reference: round()
# Halves go to even; digits may be negative or None; __round__ decides the rest.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20, 2 ** 53 + 0.0)], round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(1e-10, 5), round(-1.25, 1), round(5e-324, 400), round(1.5, 400), round(1e300, -301), round(123.456, -3))
print(round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(150, -2), round(5, 10), round(10 ** 30, -29), round(True), round(7, None), round(7.5, None), type(round(7.0)).__name__, type(round(7.0, 0)).__name__, round(-0.4), round(-0.0, 1), round(0.1 + 0.2, 15))
class R:
    def __round__(s, *a): return "rounded", a
class I:
    def __index__(s): return 1
class NoR: __round__ = None
print(round(R()), round(R(), 2), round(R(), None), round(R(), ndigits=3), round(number=R()), round(1.25, I()))
for f in (lambda: round(), lambda: round("a"), lambda: round(1j), lambda: round(None), lambda: round(1.5, "a"), lambda: round(1.5, 1.0), lambda: round(1, 1.5), lambda: round(1, 2, 3), lambda: round(NoR()), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(float("nan"), 2), lambda: round(float("inf"), 1), lambda: round([]), lambda: round(1.7976931348623157e308, -308), lambda: round(x=1), lambda: round(1.5, 2 ** 70), lambda: round(1e22, -2 ** 70), lambda: round(object())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
