# split, partition, strip, replace, prefixes and padding of bytes and bytearray.
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

for make in (bytes, bytearray):
    for d in data:
        s = make(d)
        for args in ((), (None,), (b",",), (b"",), (None, 1), (b"a", 0), (b"a", Index(1)), ("a",), (97,), (memoryview(b","),), (b"a", b"b")):
            show(s.split, *args)
            show(s.rsplit, *args)
        for part in (b"", b"a", b"ab", bytearray(b"c"), "a", 97, None, (b"a", b"x"), (b"a", "b"), ()):
            for name in ("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "strip", "lstrip", "rstrip"):
                show(getattr(s, name), part)
        for args in ((b"a", b"b"), (b"a", b"xyz"), (b"", b"-"), (b"a", b""), (b"a", b"b", 0), (b"a", 3), (b"a",), ("a", "b"), (b"aa", b"b", 1)):
            show(s.replace, *args)
        for args in ((5,), (5, b"*"), (-5,), (5, b"ab"), (5, "x"), (Index(6),), (5, bytearray(b"-")), ("5",)):
            for name in ("center", "ljust", "rjust"):
                show(getattr(s, name), *args)
        show(s.zfill, 6)
        show(s.expandtabs, 3)
        show(s.splitlines, True)
