# The functions of _codecs answer how much they read; without `final` they leave an incomplete end alone.
import _codecs

def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

data = [b"", b"a", b"ab", b"abc", b"\xff\xfea\0b", b"\0\0\xfe\xff\0\0", b"\x00\xd8\x00", b"a\xe4\xb8", b"\xf0\x9f", b"\xed\xb2", b"ab+AGE", b"+AGE+AGE-+", b"+2AA",
        b"\\", b"a\\x4", b"\\u12", b"\\N{BUL", b"\\N", b"\\12"]
for name in ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_be", "utf_7", "unicode_escape", "raw_unicode_escape"):
    print(name)
    f = getattr(_codecs, name + "_decode")
    for d in data:
        show(f, d)
        show(f, d, None, True)
        show(f, d, "replace", False)
for name in ("utf_16_ex_decode", "utf_32_ex_decode"):
    print(name)
    for d in data:
        for order in (0, 1, -1):
            show(getattr(_codecs, name), d, "replace", order, True)
            show(getattr(_codecs, name), d, "replace", order)
for name in ("utf_8", "utf_16", "utf_32", "ascii", "latin_1", "utf_7", "unicode_escape", "raw_unicode_escape"):
    f = getattr(_codecs, name + "_encode")
    show(f, "a\xe9")
    show(f, "a\xe9", "ignore")
    show(f, b"a")
    show(f, "a", 3)
for order in (-1, 0, 1):
    show(_codecs.utf_16_encode, "a\u1234", None, order)
    show(_codecs.utf_32_encode, "a\u1234", "strict", order)
for args in ((b"a\\x41\\n\\101\\\\",), ("a\\n",), (b"\\",), (b"\\x4", "replace"), (b"\\x4", "ignore"), (b"\\x4z",), (b"\\x4", "other"), (3,)):
    show(_codecs.escape_decode, *args)
show(_codecs.escape_encode, b"a'\"\n\r\t\x80\\")
show(_codecs.readbuffer_encode, "a\xe9")
show(_codecs.readbuffer_encode, bytearray(b"ab"))
