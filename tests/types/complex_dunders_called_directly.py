# reference: 3.2.4.3
# Each special method of complex called by its name, and what complex numbers cannot do.
TABLE = """
(1+2j).__add__(1), (1+2j).__add__(1.5), (1+2j).__add__("x"), (1+2j).__radd__(2), (1+2j).__rsub__(2), (1+2j).__sub__(1j)
(1+2j).__mul__(3), (1+2j).__mul__(1j), (1+2j).__rmul__(2), (1+2j).__truediv__(2), (1+2j).__truediv__(1+1j), (1+2j).__rtruediv__(5)
(1+2j).__truediv__(0)
1 / 0j
0j ** -1
0j ** 1j
0j ** 0, 0j ** 2, (1+2j) ** 0, (1+2j) ** 2, (1+2j) ** -2, (1+2j) ** 101, 2 ** (1+2j), (1+2j) ** 0.5
(1+2j).__pow__(2, None)
(1+2j).__pow__(2, 3)
pow(1+2j, 2, 3)
(1e200+1j) ** 2
(1+2j) // 1
(1+2j) % 1
divmod(1+2j, 1)
1 // 2j
1 % 2j
1+2j < 2
1 < 2j
1+2j >= 1j
max(1j, 2j)
int(1j)
float(1+0j)
round(1j)
complex(1j).__int__
abs(3+4j), abs(complex("inf+nanj")), abs(complex("nan")), abs(-3j), -(1+2j), +(1-0j), -0j, (0j).__bool__(), (1j).__bool__()
abs(1e308+1e308j) if 1 else 0
abs(1.7e308+1.7e308j)
(1+2j).__eq__(1+2j), (1+2j).__eq__(1), (1+0j).__eq__(1), (1+0j).__eq__(1.0), (1+0j) == True, (1+2j).__lt__(1), (1+2j).__eq__("x")
(2**53 + 1 + 0j) == 2**53 + 1, (2.0**53 + 0j) == 2**53 + 1, complex(10**20) == 10**20
hash(1+0j) == hash(1), hash(1+2j), hash(0j), hash(complex("nan")) != 5 
(1+2j).__hash__() == hash(1+2j), (1+2j).conjugate(), (1+2j).real, (1+2j).imag, (1+2j).__complex__(), (1+2j).__getnewargs__()
(1+2j).real = 5
(1+2j).__format__(""), (1+2j).__format__(".2f"), (1+2j).__format__(">12"), (1+2j).__format__("+.1e"), (1+2j).__format__("g"), (1.5-2j).__format__("n")
format(1+2j, "=12")
format(1+2j, "012")
format(1+2j, "%")
format(1+2j, "d")
format(1+2j, ",.1f"), format(12345.678+98765.4j, ","), format(1+2j, "_>20.3"), format(-0.0+0j, ""), format(1e20j, ".0f")
repr(1j), repr(-1j), repr(0j), repr(-0.0-0.0j), repr(complex(0, -0.0)), repr(complex("inf")), repr(complex("nanj")), repr(complex("-inf-infj")), repr(1e16+1e-5j)
str(1.0+2.0j), str(complex(1e100, -1e-100)), str(complex(float("nan"), float("-inf")))
complex("1+2j"), complex(" ( 1-2J ) "), complex("j"), complex("-j"), complex("+1e3j"), complex("1_0+2_0j"), complex("infinity"), complex("nan+nanj"), complex(".5"), complex("1.e1j")
complex("1 + 2j")
complex("(1+2j")
complex("1+2")
complex("1+-2j")
complex("")
complex("1j2")
complex("1__0j")
complex("j1")
complex("1", "2")
complex(1, "2")
complex([])
complex(1, [])
complex(1, 2, 3)
complex(x=1)
complex(real=1, imag=2), complex(imag=3), complex(real=2j), complex(1j, 1j), complex(1, 2j), complex()
complex(b"1")
complex(None)
complex(10**400)
complex("1+2j", 1)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
