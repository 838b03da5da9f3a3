# reference: 3.2.4.3
# Operators of complex, with other numbers too, what they refuse, and that equal numbers have equal hashes.
def attempt(f):
    try:
        return repr(f())
    except (TypeError, ZeroDivisionError, OverflowError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


z, w = 3 + 4j, 1 - 2j
for o in (w, 2, 2.5, True, -0.0, "1", None):
    print(o, *(attempt(f) for f in (lambda: z + o, lambda: o - z, lambda: z * o, lambda: z / o)), sep=" | ")
for f in (lambda: z // w, lambda: z % w, lambda: divmod(z, w), lambda: z < w, lambda: z > 1, lambda: int(z), lambda: float(z), lambda: z & w, lambda: ~z,
          lambda: round(z), lambda: pow(z, 2, 3), lambda: z / 0, lambda: 0j**-1, lambda: 0j ** 1j, lambda: 0j**0, lambda: 0j**2, lambda: (1e300 + 1j) ** 2.5,
          lambda: abs(complex(1e308, 1.7e308)), lambda: sorted([z, w]), lambda: complex.conjugate(1), lambda: [1, 2][z]):
    print(attempt(f))
print([z**n for n in range(-2, 4)], z**0.5, abs(z), -z, +z, z.conjugate(), z.real, z.imag, bool(0j), bool(1j), complex.__pos__(z) == z)
for a, b in ((1 + 0j, 1), (2.5 + 0j, 2.5), (0j, -0.0), (complex(2**60), 2**60), (True + 0j, True)):
    print(a == b, hash(a) == hash(b), {a: "seen"}.get(b), a != b)
print(1j == 1, 1j == "1j", 1j == None, complex(2**53) == 2**53 + 1, complex("inf") == float("inf"), hash(1 + 1j) == hash(1) + hash(1j))
for name in ("real", "imag"):
    print(attempt(lambda: setattr(z, name, 1)) if False else name, end=" ")
    try:
        setattr(z, name, 1)
    except AttributeError as e:
        print(e)
print((1 + 2j).__getnewargs__(), complex.__complex__(1j), attempt(lambda: complex(type("C", (), {"__complex__": lambda s: 1})())))
print(complex(type("C", (), {"__complex__": lambda s: 2j})()), complex(type("F", (), {"__float__": lambda s: 2.5})()), complex(type("X", (), {"__index__": lambda s: 7})()))
