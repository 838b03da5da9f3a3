# reference: 3.2.4.1
# from_bytes takes a buffer, or an iterable of numbers, or an object with __bytes__; subclasses are called with the number.
class WithBytes:
    def __bytes__(self):
        return b"\x01\x02"


class BadBytes:
    def __bytes__(self):
        return "text"


class Own(int):
    def __new__(cls, value=0):
        print("new", cls.__name__, value)
        return int.__new__(cls, value + 1)


for data in (b"", b"\x00", b"\xff\xfe", bytearray(b"\x01\x00"), memoryview(b"abcdef")[::2], [1, 2, 3], (255,), range(4),
             iter([9, 9]), WithBytes()):
    print(int.from_bytes(data) if not hasattr(data, "__next__") else int.from_bytes(data, "little"))
for data in (b"\x80", b"\xff\xff\xff", b"\x7f\xff", b"\xff" * 9, b"\x80" + b"\0" * 9, b""):
    print([int.from_bytes(data, order, signed=signed) for order in ("big", "little") for signed in (False, True)])
own = Own.from_bytes(b"\x05", "big")
print(own, type(own).__name__, bool.from_bytes(b"\0\1"), bool.from_bytes(b"\0\0"))
for arguments, named in (((b"1", "middle"), {}), ((b"1", 5), {}), (("text",), {}), ((5,), {}), (([256],), {}), (([-1],), {}),
                         (([1, "a"],), {}), ((BadBytes(),), {}), ((), {}), ((b"1", "big", True), {}), ((None,), {}),
                         ((b"1",), {"byteorder": "big", "sign": 1}), (([[]],), {})):
    try:
        print(int.from_bytes(*arguments, **named))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(int.from_bytes(bytes=b"\x10\x20", byteorder="little", signed=[]), int.from_bytes(b"\xff", signed="yes"))
