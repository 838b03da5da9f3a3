# reference: 3.2.4.1
# int() of texts: bases, prefixes, underscores, spaces, other digits; bin, oct, hex; what is refused.
TABLE = """
int("12"), int(" 12 "), int("-12"), int("+12"), int("1_000"), int("\\n12\\t"), int("0012"), int("\\u0661\\u0662"), int("\\uff11\\uff12"), int(b"12"), int(bytearray(b" 7 ")), int("\\u2003 5 \\u2003"), int("\\U0001d7d8\\U0001d7d9"), int("-0")
int("0x1f", 16), int("1F", 16), int("0b101", 2), int("0o17", 8), int("z", 36), int("Zz", 36), int("0x1f", 0), int("0b11", 0), int("0o7", 0), int("10", 0), int("0", 0), int("00", 0), int("0_0", 0), int("-0x_f", 0), int("0x_f", 16), int("1_0", 2), int("b1", 16), int("0b1", 16), int("11", True + 1)
int("012", 0)
int("01_0", 0)
int("")
int(" ")
int("1 2")
int("1__2")
int("_12")
int("12_")
int("1.5")
int("1e5")
int("0x12")
int("0x", 16)
int("0b2", 2)
int("2", 2)
int("8", 8)
int("g", 16)
int("+-1")
int("- 1")
int("--1")
int("\\u00b2")
int("\\u4e00")
int("\\x00")
int("12\\x00")
int("\\ud800")
int("a\\nb")
int("x" * 300)
int(b"\\xff")
int(b"")
int("12", 1)
int("12", 37)
int("12", -1)
int("12", "10")
int("12", 10.0)
int("12", 10**30)
int("12", base=5), int("12", base=16)
int(12, 10)
int(12.5, 10)
int(base=10)
int(x="1")
int(None)
int([])
int(1j)
int("1", 10, 5)
int(), int(3.9), int(-3.9), int(1e20), int(True), int(memoryview(b"5")) if 0 else 0
int(float("nan"))
int(float("-inf"))
bin(10), bin(-10), bin(0), bin(True), oct(8), oct(-8), hex(255), hex(-255), hex(2**64), oct(0), hex(0)
bin(1.5)
hex("1")
oct(None)
bin()
str(10**25), repr(-10**25), (10**25).__str__(), "%d" % 10**25, f"{10**25}", len(str(10**4299)), int("9" * 4300) == 10**4300 - 1
str(10**4300)
int("1" * 4301)
int("1_" * 4301 + "1")
len(hex(10**5000)), int("f" * 5000, 16).bit_length(), int("7" * 5000, 8).bit_length(), len(bin(2**20000))
int("1" * 5000, 10)
int("z" * 5000, 36)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class I:
    def __int__(self): return 5
class X:
    def __index__(self): return 6
class T:
    def __trunc__(self): return 7
class B:
    def __int__(self): return "x"
class Bo:
    def __int__(self): return True
class IS(int): pass
class RI:
    def __int__(self): return IS(9)
import warnings
for c in (I, X, T, B, Bo, RI):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r = int(c()); print(c.__name__, r, type(r))
        except Exception as e: print(c.__name__, type(e).__name__, e)
        for x in w: print("  ", x.category.__name__, x.message)
