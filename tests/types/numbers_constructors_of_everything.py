# int, float, complex, bool, round, repr and friends of numbers, text and objects.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

import math

class Int(int):
    pass

class Float(float):
    pass

class Complex(complex):
    pass

class F:
    def __float__(self):
        return 2.5

class F3:
    def __float__(self):
        return "x"

class N:
    def __int__(self):
        return 7

class N3:
    def __int__(self):
        return 1.5

class T3:
    def __trunc__(self):
        return 1.5

class X3:
    def __index__(self):
        return "a"

class C:
    def __complex__(self):
        return 1 + 2j

class C2:
    def __complex__(self):
        return 1.5

values = [0, -7, True, 2**62, 10**30, 0.0, -0.0, 1.5, -2.5, 1e300, float("inf"), float("nan"), 1j, 1 + 2j, Int(5), Float(2.5), Complex(1j), "5", "x", b"5", None, [], Index(3), F(), F3(), N(), N3(), T3(), X3(), C(), C2(),
          "1_000", " 12 ", "0x10", "1e5", "inf", "-nan", " -Infinity ", "1_0.5", "1__0", "_1", "", "  ", "1+2j", "j", "-j", "1e400", "1e-400", "(1+2j)", " ( 1j ) ", "1 +2j", "\u0663", "\u0663.5", "12\0", "\u2003 5", "00",
          bytearray(b"12"), memoryview(b"12"), "1e", ".", "+", "1.e1", ".5e-1", "nanj", "1e5j", "infinityj"]
for v in values:
    for convert in (int, float, complex, bool, abs, math.floor, math.ceil, math.trunc, Int, Float, Complex, bin, hex, oct):
        show(convert, v)
    show(lambda: [type(c(v)).__name__ for c in (Int, Float, Complex)])
for v in ("5", "0x10", "0b11", "0o17", "-0x1f", "0_7", "08", "z", "Zz", "1_0", b"11", "\u0663", 5, None):
    for base in (0, 2, 8, 10, 16, 36, 1, 37, -1, Index(16), "x", 1.5):
        show(int, v, base)
for call in ("int()", "int(x=1)", "int('5', base=10)", "int(base=10)", "int(1, 2, 3)", "float()", "float(1, 2)", "float(x=1)", "complex()", "complex(1, 2, 3)", "complex('1', 2)", "complex(1, '2')", "complex(1j, 1j)",
             "complex(real=1, imag=2)", "complex(imag=1.5)", "complex(x=1)", "bool()", "bool(1, 2)", "bool(x=1)", "int('z' * 300)", "float('x' * 300)", "complex('x' * 300)", "complex(1, None)", "complex(None)", "complex([], 1)"):
    show(lambda: eval(call))
