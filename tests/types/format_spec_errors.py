# Specifications that are wrong, at the limit, or unusual, for values of every type.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

specs = [",,", "_,", ",_", "__", "10", "-", "+", "}", "{", "a", "10a", "10.", "1.", ".", ".a", "10.5.", "z", "#", "0", "00", "<", "<<", "<<5", "=5", "^", "\0<5", "5\0", "d5", "dd", "1000000000000000000000",
         ".1000000000000000000000", "5,d", "5_d", "5_x", "5,x", ",c", "_c", ",s", "_s", ",n", "_n", "_b", "_o", "_f", ",f", ",g", ",e", ",%", "08,.2f", "020,.2f", "020_x", "#020_x", "+#020_b", "*=20,.1f", "0<20", "0>20,", "<020",
         "^020", "x020", "\u2003<9", "i", "u", "r", "p", "=", "0=10", "#x", "#X", "#b", "#o", "+x", " x", "c", "10c", "*^10c", "+c", "#c", ".2d", ".2x", ".2c", "zd", "zf", "z.0f", "z.1f", "z+.1f", ".0f", "#.0f", "#.0e",
         "#g", "#.3g", "#.0g", ".0g", "g", "G", "n", ".3n", "10n", ".30f", "%", ".0%", ".1%", "010%", "e", "E", "F", ".100f"]
for spec in specs:
    for value in (0, -5, 65, 1234567, -0.04, 1234567.891, float("inf"), 1e22, 0x110000, "str", 1 + 2j, -0.0, True):
        show(format, value, spec)
