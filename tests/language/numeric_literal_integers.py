# reference: 2.4.4, 2.4.5
# Integers in four bases with underscores between digits.
print(7, 2147483647, 0o177, 0b100110111, 3, 79228162514264337593543950336, 0o377, 0xdeadbeef, 100_000_000_000, 0b_1110_0101)
print(0, 00, 000, 0_0, 0x0, 0O17, 0B1, 0XfF, 0x_f, 0o_7, 1_2_3, 0xDEAD_beef)
print(type(10**50).__name__, 0xffff_ffff_ffff_ffff_ffff, 0b1 + 0o1 + 0x1)
def bad(src):
    try:
        print(src, eval(src))
    except SyntaxError as e:
        print(ascii(src), e.msg, e.lineno, e.offset)
for src in ["01", "007", "00_1", "0_7", "1__0", "1_", "_1", "0x", "0x_", "0xg", "0x1g", "0b", "0b2", "0b12", "0b1_", "0o", "0o8", "0o18", "0o1_", "0b_", "0o_", "0__0", "0x__1", "1_000_", "9" * 30, "0x1.5",
            "0b1.0", "0o1e5", "0_", "08", "09.5", "08j", "0777", "0777.5", "1a", "1abc", "12_a", "0xfz", "0b1a", "0b102", "0o79", "5l", "5L", "0d10", "1 000", "- 5", "+-+5", "\u0661", "1\u0661"]:
    bad(src)
print(-0, +0, - 5, -2 ** 2, (-2) ** 2, -1 .__abs__())
n = 10 ** 4400
try:
    exec("x = " + "1" * 5000)
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)
exec("x = 0x" + "f" * 5000)
print(x.bit_length())
