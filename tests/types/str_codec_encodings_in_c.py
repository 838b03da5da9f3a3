# Every encoding written in C, with bytes and text at the edges of what it allows, and every error handler.
def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, "__notes__", None))

encodings = "utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le ascii latin-1 unicode_escape raw_unicode_escape utf-7 utf-8-sig".split()
data = [b"", b"a", b"\xff\xfea\0", b"\xfe\xff\0a", b"\0\0\xfe\xff\0\0\0a", b"\xef\xbb\xbfa", b"\x00\xd8\x00", b"\x00\xd8\x00\xdc", b"\x00\xd8\x61\x00",
        b"\xe4\xb8\xad", b"\xe4\xb8", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80", b"x\xffy", b"+AGE-b+-+2ADcAA-",
        b"+A", b"+2AA!", b"+AGI!x", b"\\x4", b"\\u1234\\U00110000", b"\\N{BULLET}\\N{none}\\N", b"\\\\u1234\\\\\\u1234", b"\xff\xfe\0\0\0\0\x11\0"]
for encoding in encodings:
    print(encoding)
    for d in data:
        for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
            show(d.decode, encoding, handler)
texts = ["", "a+b", "\xe9\u1234\U0001f600", "a\ud800\udc00b", "\udcff", "-\u1234-", "\u1234a\n\\~"]
for encoding in encodings:
    print(encoding)
    for s in texts:
        for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"):
            show(s.encode, encoding, handler)
