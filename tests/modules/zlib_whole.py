# Compressing and decompressing all at once, checksums, and what zlib says about wrong data and arguments.
import zlib

data = b"hello world " * 100
print(zlib.compress(data))
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"x", -5), zlib.adler32(b"y", 1 << 40))
print(zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"))
for level in range(-1, 10):
    packed = zlib.compress(data, level)
    print(level, len(packed), zlib.decompress(packed) == data)
for wbits in (-15, 31, 9, 25):
    packed = zlib.compress(data, wbits=wbits)
    print(wbits, packed[:2], zlib.decompress(packed, wbits=wbits) == data)
print(zlib.decompress(zlib.compress(data, wbits=31), wbits=47, bufsize=1) == data)


class Index:
    def __index__(self):
        return 1


print(len(zlib.compress(data, Index())), len(zlib.decompress(zlib.compress(data), 15, Index())))
for wrong in (
    lambda: zlib.decompress(zlib.compress(data)[:-3]),
    lambda: zlib.decompress(b"rubbish"),
    lambda: zlib.decompress(b""),
    lambda: zlib.decompress(zlib.compress(data)[:-1] + b"?"),
    lambda: zlib.compress(data, 20),
    lambda: zlib.compress("text"),
    lambda: zlib.compress(),
    lambda: zlib.compress(b"", 1.5),
    lambda: zlib.compress(b"", 2**40),
    lambda: zlib.decompress(b"", bufsize=-1),
    lambda: zlib.decompress(b"", 15, 2**63),
    lambda: zlib.crc32("text"),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(zlib.error.__module__, zlib.error.__name__, zlib.error.__mro__[1])
print(sorted(name for name in dir(zlib) if not name.startswith("__")))
