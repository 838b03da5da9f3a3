# reference: 3.3.1, repr(), str(), bytes(), format(), ascii()
# Who falls back on whom, and what the answers must be.
class R:
    def __repr__(self): return "R-rép"
class S(R):
    def __str__(self): return "S-str"
class F(S):
    def __format__(self, spec): return f"F[{spec}]"
class B:
    def __bytes__(self): return b"bytes"
for o in R(), S(), F():
    print(repr(o), str(o), ascii(o), format(o), f"{o}", "%s %r %a" % (o, o, o), [o], {1: o}, "{} {!r} {!s:>8}".format(o, o, o))
print(bytes(B()), bytes([1, 2]), bytes("a", "ascii"))
class Wrong:
    def __repr__(self): return 1
    def __str__(self): return b"x"
    def __format__(self, s): return None
    def __bytes__(self): return "x"
class NoRepr:
    __repr__ = None
class NoStr:
    __str__ = None
class Sub(str): pass
class SubR:
    def __repr__(self): return Sub("sub")
    __str__ = __repr__
    __format__ = lambda s, f: Sub("f")
print(type(repr(SubR())).__name__, type(str(SubR())).__name__, type(format(SubR())).__name__, type(f"{SubR()}").__name__)
for act in (lambda: repr(Wrong()), lambda: str(Wrong()), lambda: format(Wrong()), lambda: bytes(Wrong()), lambda: f"{Wrong()}", lambda: f"{Wrong()!r}", lambda: ascii(Wrong()), lambda: [Wrong()].__repr__(), lambda: repr(NoRepr()), lambda: str(NoRepr()), lambda: str(NoStr()), lambda: format(R(), "x"), lambda: format(R(), 5), lambda: format(1, None), lambda: print(Wrong()), lambda: "%s" % Wrong(), lambda: "{}".format(Wrong()), lambda: bytes(R()), lambda: bytes("x"), lambda: bytes(1, 2), lambda: str(b"x", 5), lambda: str(5, "ascii"), lambda: str(b"\xff", "ascii"), lambda: str(b"ok", "ascii"), lambda: str(object=1), lambda: str(encoding="a"), lambda: repr(), lambda: repr(1, 2), lambda: str(b"x"), lambda: str(1, 2, 3, 4)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class Meta(type):
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __str__(cls): return "meta str"
class M(metaclass=Meta): pass
print(M, repr(M), [M], f"{M} {M!r}")
l = []
l.append(l)
class Self:
    def __repr__(self): return f"Self({[self.x]})"
s = Self(); s.x = {"l": l}
print(s, l)
