print(abs(-3), abs(-2.5), abs(3 + 4j), round(2.5), round(3.5), round(-2.5), round(1234, -2), round(25, -1), round(15, -1), round(7, 3), round(2.345, 2), round(10 ** 20 + 5, -1))
print(pow(2, 5), pow(2, 5, 7), pow(2.0, -1), pow(base=2, exp=3), pow(2, -1, 5), divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(2 ** 70, 3))
print(bin(10), oct(10), hex(255), chr(97), ord("é"), ord(b"a"), int(3.7), float("1e3"), complex(1), chr(0x1F600), bool([0]))
class R:
    def __round__(self, n=None): return "rounded", n
    def __abs__(self): return "absolute"
    def __index__(self): return 12
    def __int__(self): return 13
    def __divmod__(self, o): return "divmod", o
    def __pow__(self, e, m=None): return "pow", e, m
r = R()
print(round(r), round(r, 2), abs(r), bin(r), hex(r), int(r), divmod(r, 1), pow(r, 2, 3), r ** 2, chr(R()), range(R())[-1], float(r))
for f in (lambda: abs("x"), lambda: round("x"), lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(5), lambda: bin(1.5), lambda: pow(2), lambda: pow("a", 2),
          lambda: divmod(1), lambda: divmod("a", 1), lambda: round(1.5, "x"), lambda: hex("a"), lambda: abs(), lambda: round(None)):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
