# Searching in bytes and bytearray: bytes-like objects, numbers, objects with __index__, bounds.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

data = [b"", b"abc", b"aaa", b" \t a b\x0b\n", b"a,b,,c", b"x\0y\xff"]

subs = [b"", b"a", b"ab", b"\xff", bytearray(b"b"), memoryview(b"a,"), "a", 97, 255, 256, -1, Index(97), Index(300), None, 1.5, (b"a",), 10**30, True]
for make in (bytes, bytearray):
    for d in data:
        s = make(d)
        for name in ("find", "rfind", "index", "rindex", "count", "__contains__"):
            for sub in subs:
                show(getattr(s, name), sub)
        for b in ((1,), (1, 2), (-3,), (None, 2), (5, 2), (100,), (-100, 100), (Index(1), Index(3)), ("x",), (1.5,)):
            for name in ("find", "rfind", "count"):
                show(getattr(s, name), b"a", *b)
                show(getattr(s, name), 97, *b)
