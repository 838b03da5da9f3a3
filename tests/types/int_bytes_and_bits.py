# to_bytes, from_bytes, bit_length, bit_count, as_integer_ratio and the other methods of int.
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

class Int(int):
    pass

class Bytes:
    def __bytes__(self):
        return b"\x01\x02"

for a in (0, 1, -1, 127, 128, 255, 256, -128, -129, 2**40, -2**40, True, Int(5)):
    for name in "bit_length bit_count as_integer_ratio is_integer conjugate __trunc__ __floor__ __ceil__ __getnewargs__ __int__ __float__ __index__ __bool__".split():
        show(getattr(a, name))
    for n in (0, 1, 2, 5, -1, Index(3), "x"):
        for order in ("big", "little", "x", 3, None):
            for signed in (True, False):
                show(a.to_bytes, n, order, signed=signed)
    show(a.to_bytes)
    show(a.to_bytes, length=8)
    show(a.to_bytes, 8, byteorder="little")
    show(lambda: (a.real, a.imag, a.numerator, a.denominator))
for b in (b"", b"\0", b"\xff", b"\x01\x02", b"\xff\xff\xfe", bytearray(b"\x80\0"), memoryview(b"\x80\1"), [1, 2], [256], "x", 3, None, (255,), Index(3), Bytes(), range(3)):
    for order in ("big", "little", "x", 3):
        for signed in (True, False):
            show(int.from_bytes, b, order, signed=signed)
    show(int.from_bytes, b)
    show(Int.from_bytes, b)
    show(int.from_bytes, bytes=b, byteorder="little")
show(lambda: type(Int.from_bytes(b"a")))
show(lambda: type(Int(5).conjugate()))
show(lambda: type(Int(5).real))
