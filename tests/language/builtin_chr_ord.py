# reference: chr(), ord()
# The whole range, both ways, and its ends.
print(chr(0) == "\0", chr(97), chr(0x20ac), chr(0x1F600), ascii(chr(0x10ffff)), ascii(chr(0xd800)), chr(True) == "\x01", ord("a"), ord("€"), ord("\U0010ffff"), ord("\ud800"), ord(b"a"), ord(bytearray(b"\xff")), all(ord(chr(i)) == i for i in (0, 127, 128, 255, 256, 0xffff, 0x10000)))
class I:
    def __index__(s): return 98
class S(str): pass
print(chr(I()), ord(S("c")))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr(10 ** 30), lambda: chr(-10 ** 30), lambda: chr(1.0), lambda: chr("a"), lambda: chr(), lambda: chr(1, 2), lambda: chr(i=1), lambda: ord(""), lambda: ord("ab"), lambda: ord(b""), lambda: ord(b"ab"), lambda: ord(1), lambda: ord(None), lambda: ord(["a"]), lambda: ord(), lambda: ord("a", "b"), lambda: ord(bytearray(b"xy")), lambda: ord("e\u0301"), lambda: chr(None), lambda: chr(2 ** 31), lambda: chr(2 ** 63)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
