# reference: 3.2.4.2, 3.2.4.3
# Floats are IEEE doubles, complex pairs of them; their errors and special values.
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], (nan,) == (float("nan"),), inf == inf, -0.0, 0.0 == -0.0, min(nan, 1), max(1, nan))
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, 7.5 % inf, -7.5 % inf, 1.0 // inf, -1.0 // inf, 0.0 % 3, -0.0 % 3, divmod(-1e-20, 3.0))
print(2.0 ** 3, 2 ** -1, (-2.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan, (-1.0) ** inf, 4 ** .5, (-8.0) ** (1/3))
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, +z, z * z, z / (1 - 2j), z ** 2, z ** -1, z ** 0.5, 2 ** z, z == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), complex(0, -0.0), -0j, 1j * 1j)
print(complex(inf, nan), complex(-0.0, 1), 1e20j, complex("1+2j"), complex(" -1.5e3-nanj "), complex(1, 2j), repr(complex(-0.0, -0.0)), complex(1.0), complex(inf, -inf))
for f in (lambda: z < 1, lambda: z // 1, lambda: z % 1, lambda: divmod(z, 1), lambda: int(z), lambda: float(z), lambda: z / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex([]),
          lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 1e308 * 10, lambda: float("x"), lambda: float([]), lambda: float("1_0"), lambda: float("1__0"), lambda: z.real.is_integer(), lambda: round(z), lambda: pow(z, 2, 3), lambda: setattr(z, "real", 1), lambda: z.x, lambda: 1.5 << 1, lambda: ~1.5, lambda: float("0x10"), lambda: float("infinity"), lambda: float("-nan"), lambda: float(10 ** 400), lambda: z >> 1, lambda: abs(complex(1e308, 1e308))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
