# Handlers made with register_error: called with the exception, they answer a replacement and where to go on.
import _codecs

def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, "__notes__", None))

def marks(e):
    print(" ", type(e).__name__, e.start, e.end, e.reason, e.encoding, ascii(e.object))
    return ("<%d>" % (e.end - e.start), e.end)

_codecs.register_error("test.marks", marks)
for encoding in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "utf-7"):
    show("a\u1234\udc80b\xe9".encode, encoding, "test.marks")
for encoding in ("ascii", "utf-8", "utf-16", "utf-32", "utf-7", "unicode_escape", "raw_unicode_escape"):
    show(b"a\xff\xfe\\x4z\\u12\xe4\xb8\0+A-".decode, encoding, "test.marks")

answers = [("x", -1), ("x", -100), ("x", 100), 5, ("x",), ("x", "y"), ("\u1235", 1), (b"\xff\xfe", 1), (None, 1), ["x", 1]]
for answer in answers:
    print(ascii(answer))
    _codecs.register_error("test.answer", lambda e: answer)
    show("\u1234abc".encode, "ascii", "test.answer")
    show(b"\xffabc".decode, "ascii", "test.answer")
    show("\udc80abc".encode, "utf-16-le", "test.answer")
    show("\udc80abc".encode, "utf-32-le", "test.answer")

def other_object(e):
    e.object = b"other"
    return ("?", 0)
_codecs.register_error("test.other", other_object)
show(b"\xffabc".decode, "ascii", "test.other")

def fails(e):
    1 / 0
_codecs.register_error("test.fails", fails)
show("\u1234abc".encode, "ascii", "test.fails")
show("\u1234abc".encode, "ascii", "test.none")
show("abc".encode, "ascii", "test.none")
show(_codecs.lookup_error, "test.none")
print(_codecs.lookup_error("test.marks") is marks)
for args in (("x", 3), (3, marks), ("x",)):
    show(_codecs.register_error, *args)
for call in (lambda: str(b"a\xff", "ascii", "test.marks"), lambda: bytes("a\u1234", "ascii", "test.marks"), lambda: bytearray("a\u1234", "ascii", "test.marks")):
    show(call)
