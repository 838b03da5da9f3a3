# reference: abs()
# abs() of every number, of __abs__, and of what has none.
class A:
    def __abs__(self): return "any answer"
class N: __abs__ = None
class I(int): pass
print(abs(-5), abs(5), abs(-0.0), abs(-1.5), abs(3 + 4j), abs(-True), abs(-10 ** 30), abs(float("-inf")), abs(float("nan")), abs(A()), type(abs(I(-3))).__name__, type(abs(False)).__name__)
for v in ("a", None, [], N(), int, abs):
    try: abs(v)
    except TypeError as e: print(e)
for f in (lambda: abs(), lambda: abs(1, 2), lambda: abs(x=1), lambda: abs(*[1, 2]), lambda: abs(complex(1e308, 1e308))):
    try: print(f())
    except (TypeError, OverflowError) as e: print(type(e).__name__, e)
