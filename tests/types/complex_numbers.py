a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, abs(a), -a, a.real, a.imag, a.conjugate(), a == 3 + 4j, a != b)
print(complex(1, 2), complex("1+2j"), complex("  -3j "), complex(), complex(2.5), complex("(1-1j)"), 1j * 1j, 5 + 0j == 5)
print(repr(1j), repr(-1j), repr(complex(-0.0, 1)), repr(complex(0, -0.0)), complex("nan+infj"), 1e20j, 1.5 + 1e-7j)
print(f"{a:.2f} {a:>12} {a:g} {b!r}")
for f in (lambda: a < b, lambda: a // b, lambda: a / 0, lambda: int(a), lambda: complex("1 + 2j"), lambda: complex("x"),
          lambda: 0j ** -1, lambda: complex("1", 2), lambda: a % 2):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
