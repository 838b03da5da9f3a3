# reference: 2.4.6, 2.4.7
# Floats and imaginary numbers: points, exponents, underscores; what looks like one and is not.
print(3.14, 10., .001, 1e100, 3.14e-10, 0e0, 3.14_15_93, 1_0.0_1e1_0, 077e010, 077.5, 00.5, 0.0, 1E5, 1e+5, 1.e5, .5e-3)
print(3.14j, 10.j, 10j, .001j, 1e100j, 3.14e-10j, 3.14_15_93j, 0j, 1J, 077j, 00j, -1j, 1_0j)
print(1e400, -1e400, 1e-400, 1e308, 1.7976931348623157e308, 1.7976931348623159e308, 4.9e-324, 2.4e-324, 2.5e-324)
print(0.1, 0.1 + 0.2, 1e22, 1e23, 123456789012345678., 1e16, 1e15, 0.0001, 0.00001, 5e-324, 2.2250738585072014e-308)
print(1e400j, 1.5.is_integer(), 1.0.is_integer(), 1j.imag, 1..hex(), (1.5e300j).imag)
for src in ["1e", "1e+", "1.e", "1.5e-", "1_.5", "1._5", "1.5_", "1e_5", "1e5_", "1e1__0", "_.5", ".", "._5", ".e5", "1.2.3", "1..2", "1.5j5", "1jj", "1ej", "1.5f", "1e5x", "0x1p3", "1.j.imag", "1.real", "1.e5.real", "1e5.real", "0_1.5",
            "0_0.5", "09.", "09e1", "1_e5", "0e", "0_7j", "1.0if 1else 2"]:
    try:
        print(src, eval(src))
    except SyntaxError as e:
        print(src, e.msg, e.lineno, e.offset)
