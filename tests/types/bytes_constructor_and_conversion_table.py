# reference: 3.2.5.1, 3.2.5.2
# bytes() and bytearray() of everything, with encodings and errors.
class B:
    def __bytes__(s): return b"from bytes"
class BadB:
    def __bytes__(s): return "str"
class I:
    def __index__(s): return 3
class BI:
    def __bytes__(s): return b"bytes wins"
    def __index__(s): return 3
class It:
    def __iter__(s): return iter([1, 2])
class RaiseI:
    def __index__(s): raise ValueError("index")
class TypeI:
    def __index__(s): raise TypeError("index type")
    def __iter__(s): return iter([9])
class SB(bytes): pass
TABLE = """
bytes(), bytes(3), bytes([1, 2]), bytes((255,)), bytes(b"a"), bytes(bytearray(b"b")), bytes(memoryview(b"c")), bytes("é", "utf-8"), bytes("é", encoding="latin-1"), bytes(source=b"x"), bytes("é", "ascii", "ignore"), bytes(range(3)), bytes({5: 1}), bytes(B()), bytes(I()), bytes(BI()), bytes(It()), bytes(True), bytes(iter([7])), bytes(x for x in (1, 2)), bytes(TypeI())
bytes("x")
bytes(-1)
bytes([256])
bytes([-1])
bytes(["a"])
bytes([1.5])
bytes([None])
bytes(1.5)
bytes(None)
bytes(object())
bytes(BadB())
bytes(RaiseI())
bytes(5, "ascii")
bytes(b"a", "ascii")
bytes(encoding="ascii")
bytes(errors="strict")
bytes("é", "ascii")
bytes("a", "nothing")
bytes("a", 5)
bytes("a", "ascii", 5)
bytes("é", "ascii", "nothing")
bytes(1, 2, 3, 4)
bytes(foo=1)
bytes([10**30])
bytes([I()]), bytes([True, False])
bytearray(), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"a"), bytearray(It()), bytearray(I()), bytearray(source="a", encoding="ascii"), bytearray(TypeI())
bytearray("x")
bytearray(-1)
bytearray([256])
bytearray(1.5)
bytearray(None)
bytearray(B())
bytearray("a", 5)
bytearray(RaiseI())
type(SB(b"a")).__name__, SB(b"a") == b"a", type(SB(b"a")[:]).__name__, type(SB(b"a") + b"b").__name__, SB("é", "utf-8"), bytes(SB(b"q")), type(bytes(SB(b"q"))).__name__, SB.fromhex("41"), type(SB.fromhex("41")).__name__
bytes.__new__(bytes, b"x"), bytes.__new__(SB, 2)
bytes.__new__(int)
bytes.__new__()
b"abc" == "abc", b"a" != bytearray(b"a"), b"a" < bytearray(b"b"), b"a" == memoryview(b"a"), b"a" in b"abc", 97 in b"abc", b"" in b""
b"a" < "b"
"a" in b"abc"
256 in b"abc"
b"a" + "b"
b"a" + 5
b"a" * 2, 2 * b"a", b"a" * -1, b"a" + bytearray(b"b"), bytearray(b"a") + b"b", type(bytearray(b"a") + b"b").__name__, b"abc"[1], b"abc"[1:], b"abc"[::-1], b"%d" % 5
str(b"a"), str(b"a", "ascii"), str(b"\\xff", errors="replace"), repr(b"'"), repr(b"'\\""), repr(b"\\x00\\n\\t\\\\\\x7f"), str(bytearray(b"a")), repr(bytearray(b"'"))
str(b"\\xff", "utf-8")
str(5, "ascii")
str("a", "ascii")
b"\\xff".decode(), 1
b"abc".decode("nothing")
b"abc".decode("ascii", "nothing"), b"a".decode(errors="x"), b"".decode("utf-16")
b"\\xff".decode("ascii", "nothing")
b"a".decode(5)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
