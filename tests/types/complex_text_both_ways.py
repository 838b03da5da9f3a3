# reference: 3.2.4.3
# complex() of text takes what repr of a complex gives, and more; signed zeros, infinities and nans survive the way.
good = ("1", "1j", "-1j", "+j", "-J", "1+2j", "1-2j", "(1+2j)", " ( 1+2j ) ", "1e3-.5e-2j", "nan+infj", "-inf-nanj", "1_0+2_0j", "infj", "\u0661+\u0662j", "-0-0j", "0.j")
for t in good:
    print(ascii(t), complex(t))
bad = ("", " ", "1 + 2j", "1+2", "j1", "1+2jj", "1+", "()", "(1", "1)", "((1))", "1j+2", "1__0", "i", "1+2i", "0x1", "1e", "\x00", "1+2j\x00", "--1j")
for t in bad:
    try:
        print(ascii(t), complex(t))
    except ValueError as e:
        print(ascii(t), e)
inf, nan = float("inf"), float("nan")
for re in (0.0, -0.0, 1.0, inf, nan):
    print([complex(re, im) for im in (0.0, -0.0, 2.0, -inf, nan)], [str(complex(im, re)) for im in (-1.5, -0.0)])
    for im in (1.0, -0.0, -inf):
        z = complex(re, im)
        assert repr(complex(repr(z))) == repr(z)
for arguments in (("1", 2), (1, "2"), ("1", "2"), (b"1",), (None,), (1j, 1j), (1, 2j), (1j, -0.0), ([],), (1, None), (2, 3, 4)):
    try:
        print(arguments, complex(*arguments))
    except TypeError as e:
        print(arguments, e)
print(complex(), complex(real=1), complex(imag=2), complex(imag=1, real=3), complex(10**20), -1j, -(0j), 1 - 0j, complex(True, True))
