# reference: 3.2.4.2
# float() of texts and the shortest text of floats.
TABLE = """
[float(x) for x in ("1", "1.5", " 1.5\\n", "-1.5", "+.5", "5.", "1e5", "1E-5", "1_0.5_0", "1e1_0", "inf", "-INF", "Infinity", "+infinity", "nan", "-nan", "\\u0661.\\u0665", "0x10" if 0 else "16", "1e400", "-1e400", "1e-400", "4.9e-324", "2.4e-324", "2.5e-324", "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "0.1e1", "000001", "1" * 400 + "e-400")]
float("")
float(" ")
float("1.5.5")
float("1e")
float("e5")
float(".")
float("+")
float("1_")
float("_1")
float("1__0")
float("1_.5")
float("1._5")
float("1e_5")
float("1 5")
float("0x1p3")
float("infinit")
float("nanx")
float("1,5")
float("1j")
float("\\x00")
float("1\\x00")
float("\\u00bd")
float(b"1.5"), float(bytearray(b" 2 ")), float(5), float(True), float(10**308), float()
float(b"x")
float(10**309)
float(None)
float([])
float(1j)
float("1", "2")
float(x="1")
[repr(x) for x in (0.1, 1/3, 2/3, 1e22, 1e23, 123456789012345680.0, 1e16, 9999999999999998.0, 0.0001, 0.00001, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -0.0, 100.0, 1e100, 3.0e-5, 4.35, 0.3, 0.1 + 0.2, 1.1 + 2.2, 2.0**70, 2.0**-70, 1e-7, 123e-7)]
[x.hex() for x in (0.0, -0.0, 1.0, -1.5, 0.1, 5e-324, 2.0**1023, float("inf"), float("nan"), 2.2250738585072014e-308)]
[float.fromhex(x) for x in ("0x1p0", "-0x1.8p1", "0x.8", "0X1P-1074", "0x1.fffffffffffffp1023", "inf", "-nan", " 0x10 ", "1.8", "abc", "0x1p-1075", "0x1.8p-1075", "0x0p99999")]
float.fromhex("0x1p1024")
float.fromhex("")
float.fromhex("0x")
float.fromhex("0x1p")
float.fromhex("0x1 p1")
float.fromhex("g")
float.fromhex("0x1.8.8")
[float(repr(x)) == x for x in (1e-310, 1.1e-311, 123456.789e3, 7e-324)]
(0.1).as_integer_ratio(), (1e300).as_integer_ratio()[1], (5e-324).as_integer_ratio()[0], (-2.5).as_integer_ratio()
0.1 + 0.2 == 0.3, 0.1 * 3, 1e308 * 10, -1e308 * 10, 5e-324 / 2, 1e308 + 1e292, 2**53 + 1.0, float(2**53 + 1), 1.0 == 1, 0.1 == 1/10
float("1e" + "9" * 50), float("-1e" + "9" * 50), float("1e-" + "9" * 50), float("0e" + "9" * 50), float("0." + "0" * 400 + "1")
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
