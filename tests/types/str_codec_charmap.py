# charmap_decode and charmap_encode: maps of characters that are strings, dicts or anything that can be subscripted.
import _codecs

def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

def marks(e):
    return ("<%d>" % (e.end - e.start), e.end)
_codecs.register_error("test.marks", marks)

class Missing(dict):
    def __missing__(self, key):
        return 33 if key == 120 else None

class Items:
    def __getitem__(self, key):
        if key == 65:
            return 97
        raise IndexError if key == 66 else OverflowError(key)

handlers = (None, "strict", "ignore", "replace", "test.marks", "backslashreplace", "xmlcharrefreplace")
table = {65: 97, 66: "xyz", 67: None, 68: 0xFFFE, 69: 0x110000, 70: b"x", 71: "", 72: "\ufffe"}
for data in (b"A", b"ABCA", b"DD", b"E", b"F", b"GH", b"x"):
    for handler in handlers:
        show(_codecs.charmap_decode, data, handler, table)
        show(_codecs.charmap_decode, data, handler, Missing(table))
show(_codecs.charmap_decode, b"abc\x03", None, "\x01" * 99)
show(_codecs.charmap_decode, b"\x00\x01\x02", "replace", "ab\ufffe")
show(_codecs.charmap_decode, b"ab\xff", "strict")
table = {97: 65, 98: b"xyz", 99: None, 100: 256, 101: "x", 63: 63, 60: 60, 62: 62, 51: 51}
for s in ("a", "ab", "ca", "d", "e", "acccb", "cxyz"):
    for handler in handlers:
        show(_codecs.charmap_encode, s, handler, table)
        show(_codecs.charmap_encode, s, handler, Missing(table))
show(_codecs.charmap_encode, "ab\xff", "strict")
show(_codecs.charmap_encode, "ab\u1234", "ignore")
for s in ("A", "AB", "AC"):
    show(_codecs.charmap_encode, s, "replace", Items())
    show(_codecs.charmap_decode, s.encode(), "replace", Items())
show(_codecs.charmap_build, "ab\u1234")
show(_codecs.charmap_build, 3)
