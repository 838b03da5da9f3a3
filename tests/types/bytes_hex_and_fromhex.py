# hex with separators and groups, fromhex, translate, maketrans, decode.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

for make in (bytes, bytearray, lambda b: memoryview(b)):
    for d in (b"", b"a", b"abcdefg"):
        s = make(d)
        for args in ((), (":",), ("ab",), (3,), (b":", 2), (":", -2), ("",), ("\u1234",), (":", 0), (":", 10**8), (None,), (":", "x"), (":", 100)):
            show(s.hex, *args)
        show(s.hex, sep="-", bytes_per_sep=3)
class Sub(bytes):
    def __new__(cls, value):
        return super().__new__(cls, value + b"!")
for make in (bytes, bytearray, Sub):
    for text in ("", "00ff", "0 0", "00 ff", " 00 \t\n", "0", "zz", "00\u1234", "0g", 3, b"00", "1", "AbCd", "00 f"):
        show(make.fromhex, text)
    show(make.maketrans, b"ab", b"cd")
    show(make.maketrans, b"a", b"")
    show(make.maketrans, "a", "b")
    show(make.maketrans, b"a")
table = bytes(range(1, 256)) + b"\0"
for make in (bytes, bytearray):
    s = make(b"hello\xff")
    for args in ((table,), (None,), (None, b"l"), (b"x",), ("x" * 256,), (None, "a"), (bytes(256), b"h"), (table, memoryview(b"e")), (3,), ()):
        show(s.translate, *args)
    show(s.translate, None, delete=b"l")
    for args in ((), ("ascii",), ("latin-1",), (3,), ("utf-8", "replace"), ("ascii", "ignore"), ("ascii", "backslashreplace"), ("none",)):
        show(s.decode, *args)
