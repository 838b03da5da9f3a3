# Comparison, concatenation and repetition among bytes, bytearray, memoryview and others.
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

class Sub(bytes):
    pass

left = [b"abc", bytearray(b"abc"), Sub(b"abc"), b"", bytearray()]
right = [b"abc", bytearray(b"abd"), memoryview(b"abc"), Sub(b"ab"), "abc", 3, None, [97], 97]
for a in left:
    for b in right:
        for op in ("a == b", "a != b", "a < b", "a <= b", "a > b", "a >= b", "a + b", "b + a", "b in a"):
            show(lambda: eval(op))
        show(a.__eq__, b)
        show(a.__lt__, b)
        show(a.__add__, b)
    for n in (0, 1, 2, -1, Index(2), 2.5, "x"):
        show(lambda: a * n)
        show(lambda: n * a)
    for key in (0, -1, 100, Index(0), 1.5, "x", None, slice(None, None, -1), slice(1, 3), slice(Index(0), Index(2)), slice("a")):
        show(lambda: a[key])
    show(lambda: a % ())
    show(format, a)
    show(format, a, "x")
    show(lambda: type(a[:]))
    show(lambda: type(a + b""))
    show(lambda: a.join([b"1", bytearray(b"2"), memoryview(b"3")]))
    show(lambda: a.join(["x"]))
    show(lambda: a.join([b"1", 2]))
    show(lambda: a.join(3))
