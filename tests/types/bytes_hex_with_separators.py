# reference: 3.2.5.1
# hex with a separator counts groups from the right, or from the left when the number is negative.
def attempt(f):
    try:
        return f()
    except (TypeError, ValueError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


data = bytes(range(0xF0, 0xF9))
for n in (1, 2, 3, 4, 8, 9, 10, 100, -1, -2, -4, -9, -10, 0):
    print(n, data.hex(":", n), bytearray(data).hex(b"-", n), memoryview(data).hex("_", n))
for text in (b"", b"\x00", b"\x01\x02"):
    print(repr(text.hex("-")), text.hex("-", 2), text.hex("-", -1), text.hex())
print(memoryview(b"abcdef")[::-2].hex(" "), memoryview(b"abcdefgh").cast("H").hex("."), memoryview(b"abcdef").cast("B", (2, 3)).hex(".", 3))
for f in (lambda: data.hex(""), lambda: data.hex("::"), lambda: data.hex("\u20ac"), lambda: data.hex("\xe9"), lambda: data.hex(b"\xe9"), lambda: data.hex(5), lambda: data.hex(None),
          lambda: data.hex(":", "2"), lambda: data.hex(":", 2.0), lambda: data.hex(":", 2**40), lambda: data.hex(bytes_per_sep=2), lambda: data.hex(sep=":", bytes_per_sep=3),
          lambda: data.hex(":", 1, 2), lambda: data.hex(bytearray(b":")), lambda: bytes.hex("ab"), lambda: data.hex("\x00").count("\x00"), lambda: b"".hex("::")):
    print(attempt(f))
for text in ("", "00", "0a FF", " 1 2", "1", "12 3", "zz", "\t12\n34\r", "1 2 3 4", "\u0661\u0661", "12\x00", "aB\vcD\f"):
    print(ascii(text), attempt(lambda: bytes.fromhex(text)), attempt(lambda: bytearray.fromhex(text)))
for wrong in (5, None, b"12", bytearray(b"12")):
    print(attempt(lambda: bytes.fromhex(wrong)))


class Own(bytes):
    def __new__(cls, given):
        print("new", given)
        return bytes.__new__(cls, given)


print(type(Own.fromhex("6162")).__name__, Own.fromhex("6162"), b"x".fromhex("61"))
