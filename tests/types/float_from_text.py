for text in ("1.5", " -2e3 ", "+.5", "5.", "1_0.0_1", "inf", "-Infinity", "nan", "1e400", "1e-400", "\u0661.\u0662",
             b"2.5", "0x10", "1..2", "", "e5", "1e", "1__0", "infi"):
    try:
        print(repr(float(text)))
    except ValueError as e:
        print(e)
for bad in (None, [], 1j):
    try:
        float(bad)
    except TypeError as e:
        print(e)
print(float(), float(True), float(10 ** 20), float("2.2250738585072011e-308"), float("0.1000000000000000055511151231257827"))
