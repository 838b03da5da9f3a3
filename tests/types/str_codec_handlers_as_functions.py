# The built-in error handlers are functions of an exception.
import _codecs

def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

errors = [
    UnicodeEncodeError("utf-8", "a\u1234\udc80", 1, 3, "why"), UnicodeEncodeError("ascii", "a\udc80", 1, 2, "why"),
    UnicodeEncodeError("utf-16-le", "a\udc80\ud800b", 1, 3, "why"), UnicodeEncodeError("utf-8", "abc", -5, 100, "why"),
    UnicodeDecodeError("utf-8", b"a\xed\xb2\x80", 1, 2, "why"), UnicodeDecodeError("ascii", b"a\xff", 1, 2, "why"),
    UnicodeDecodeError("utf-16-be", b"\xd8\x00a", 0, 2, "why"), UnicodeTranslateError("\u3042\udc00b", 0, 2, "why"), ValueError(3), 3,
]
for name in ("strict", "ignore", "replace", "backslashreplace", "namereplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape"):
    handler = _codecs.lookup_error(name)
    print(name, handler)
    for error in errors:
        show(handler, error)
