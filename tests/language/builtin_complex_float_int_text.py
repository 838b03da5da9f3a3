# reference: complex(), float(), int()
# Numbers from text: spaces, signs, underscores, Unicode digits, bases, and refusals with their words.
for f, texts in ((int, ["7", " -7\n", "+7", "1_000", "٣٤", "0", "-0", "00", "0_0", "", " ", "1__0", "_1", "1_", "1 0", "0x10", "1.0", "1e3", "--1", "+ 1", "½", "²", "a", "\x007", "7\x00", "９"]),
                 (float, ["7", " -7.5\n", "1e3", "1E-3", ".5", "5.", "1_0.0_1", "inf", "-Infinity", "nan", "+NaN", "٣.٤", "", ".", "e5", "1e", "1e5.5", "1__0", "_1", "1_", "0x10", "infinit", "1,5", "1 .5", "1e400", "1e-400", "-0", "\u00a01\u2003"]),
                 (complex, ["1", "1j", "-1.5e3+2J", "(1+2j)", " ( 1+2j ) ", "j", "-j", "+1-j", "infj", "nan+infj", "1_0j", "", "()", "1+", "1 + 2j", "1+2", "j1", "(1", "1+2jj", "1e5j", "٣j", "++1j", "1-+2j", "1--2j"])):
    for t in texts:
        try: print(repr(f(t)), end=" ")
        except ValueError as e: print(f"[{e}]", end=" ")
    print()
for a in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0b11", 2), ("0b11", 0), ("0o17", 8), ("z", 36), ("10", 1), ("10", 37), ("10", -1), ("9", 8), ("0b", 0), ("010", 0), ("0_1", 0), ("0x_f", 16), ("12", 3), (b"12", 3), (bytearray(b"z"), 36), (5, 10), ("5", "10"), ("5", 1.0), ("", 0), ("0", 0), ("-0x1F", 0), ("_", 36), (None, 10), ("1" * 5000,)):
    try: print(int(*a), end=" ")
    except Exception as e: print(f"[{type(e).__name__}: {str(e)[:120]}]", end=" ")
print()
for f in (lambda: int(None), lambda: int([]), lambda: int(1j), lambda: int(base=10), lambda: int("5", base=None), lambda: int(5, base=10), lambda: float(None), lambda: float(1j), lambda: float(1, 2), lambda: float(x=1), lambda: complex(None), lambda: complex("1", 1), lambda: complex(1, "1"), lambda: complex(1, None), lambda: complex(real=1, imag=2), lambda: complex(1, x=2), lambda: complex(1j, 1j), lambda: int(b"5"), lambda: float(b"5.5"), lambda: complex(b"1"), lambda: int(float("nan")), lambda: int(1e300) == int(1e300), lambda: int(-2.9), lambda: int(), lambda: float(), lambda: complex(), lambda: int(memoryview(b"5")), lambda: float(bytearray(b"nan"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
