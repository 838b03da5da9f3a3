# reference: 6.1.3.1
# Every presentation of floats with precision, grouping, zero padding, 'z', inf and nan.
inf, nan = float("inf"), float("nan")
for value in (0.0, -0.0, 1.0, -1.5, 3.14159265, 1e100, 1.5e-7, 123456789.123, inf, -inf, nan, 0.5, 2.5, 1e16, 1e15, 5e-324, 1.7976931348623157e308):
    print([format(value, s)[:60] for s in ("", "e", "f", "g", "E", "F", "G", "n", "%", ".0f", ".0e", ".0g", ".0", ".3", ".3f", ".3e", ".3g", ".3%", "#.0f", "#.0e", "#.3g", "#g", ",", "_", ",.2f", "_.2f", "+", " ", "-", "+.1f", " .1f", "010", "010.2f", "<10.1f", ">10.1f", "^10.1f", "=+10.1f", "*^+12.2e", "z.0f", "z", "z.1f", "+z.0f", "012,.1f", ".10", ".17g", ".20")])
TABLE = """
format(1.5, "d")
format(1.5, "x")
format(1.5, "c")
format(1.5, "s")
format(1.5, ",n")
format(1.5, ".f")
format(1.5, ".")
format(1.5, "..1f")
format(1.5, ".1.1f")
format(1.5, "zz")
format(1.5, "z+f")
format(1.5, ",_f")
format(1.5, "f,")
format(1.5, "1f2")
format(1.5, "#")
format(-0.0, "z"), format(-0.001, "z.2f"), format(-0.001, ".2f"), format(-0.4, "z.0f"), format(-0.5, "z.0f"), format(-1e-10, "z.3e"), format(-0.0, "zg"), format(-0.0001, "z.1%")
format(1234567.891, ",.2f"), format(1234567.891, "_.2f"), format(1234567.891, "015,.2f"), format(0.000012345, ","), format(1e20, ","), format(1e20, ",f"), format(1234.5, "020_"), format(inf, "010"), format(nan, "+010.1f"), format(-inf, "=10"), format(inf, ","), format(nan, "%")
format(1.5, ".50f"), format(0.1, ".60f"), format(1e-320, ".5e"), format(2**-1074, ".800f")[-5:], format(1e308, ".0f")[:20], format(123456.0, ".3"), format(123456.0, ".6"), format(123456.0, ".7"), format(1e6, ""), format(1e5, ".1"), format(100.0, ".3"), format(100.0, ".2")
format(0.00001, ""), format(0.0001, ""), format(1e15, ""), format(1e16, ""), format(1e17, ".0f"), format(0.1 + 0.2, ""), format(0.1 + 0.2, ".16"), format(0.1 + 0.2, ".17"), format(2.675, ".2f"), format(1.005, ".2f"), format(0.125, ".2f"), format(0.375, ".2f")
"%.3f|%8.2f|%-8.2f|%+f|% f|%08.2f|%#.0f|%e|%G|%g" % ((1.5,) * 10)
round(2.5), round(3.5), round(-2.5), round(0.5), round(2.675, 2), round(1234.5, -2), round(1e300, 2), round(5e-324, 400), round(1.5, None)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
