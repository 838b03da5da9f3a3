# reference: bytearray(), bytes()
# All the forms of the constructors and their errors.
class I:
    def __index__(s): return 3
class B:
    def __bytes__(s): return b"from bytes"
class Both(B):
    def __index__(s): return 2
class BytesSub(bytes): pass
for T in bytes, bytearray:
    print(T(), T(3), T(I()), T([1, 2, 255]), T((1, 2)), T("é", "utf-8"), T("é", encoding="latin-1"), T("a€", "ascii", "replace"), T(b"ab"), T(bytearray(b"cd")), T(memoryview(b"ef")), T(range(3)), T(x for x in (1,)), T({5}), T(source=b"s"), T(string="a", encoding="ascii") if 0 else "", T(True))
    for f in (lambda: T(B()), lambda: T(Both()), lambda: T("a"), lambda: T(-1), lambda: T([256]), lambda: T([-1]), lambda: T(["a"]), lambda: T([1.0]), lambda: T(1.5), lambda: T(None), lambda: T(5, "ascii"), lambda: T(b"a", "ascii"), lambda: T(encoding="ascii"), lambda: T(errors="strict"), lambda: T("é", "ascii"), lambda: T("a", "nope"), lambda: T("a", 5), lambda: T("a", "ascii", 5), lambda: T(1, 2, 3, 4), lambda: T(x=1), lambda: T([10 ** 20]), lambda: T(10 ** 30), lambda: T([1, None]), lambda: T(object()), lambda: T("\ud800", "utf-8"), lambda: T("a", "é"), lambda: T("ab", "utf-16-le"), lambda: T.fromhex("0aF f"), lambda: T.fromhex("0 a"), lambda: T.fromhex(" 0a\t0b\n"), lambda: T.fromhex("g0")):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
b = b"x"
print(bytes(b) is b, bytes(BytesSub(b"y")).__class__.__name__, BytesSub(b"z"), type(BytesSub.fromhex("00")).__name__, bytes(BytesSub(b"q")) == b"q", bytearray(b) == b)
