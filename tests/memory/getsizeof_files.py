# oracle: 64-bit
# Sizes of files, those in memory too: the room grows as bytes are written, and bytes that somebody else holds as well do not count.
import binascii, collections, csv, io, itertools, os, struct, sys, types, zlib, _md5, _sha1, _sha2, _sha3
size = sys.getsizeof

def grow(step):
    b = io.BytesIO()
    sizes = [size(b)]
    while b.tell() < 300:
        b.write(b"a" * step)
        sizes.append(size(b))
    print(step, sizes)
    return b

for step in (1, 2, 3, 7, 30, 100, 301):
    b = grow(step)
    value = b.getvalue()
    print(size(b), b.getvalue() is value, len(value))
    del value
    print(size(b))
    b.truncate(150)
    print(size(b))
    b.truncate(149)
    print(size(b))
    b.truncate(20)
    print(size(b), b.tell())
    b.seek(0)
    print(size(b), b.read(), size(b))
    b.write(b"x")
    print(size(b), b.getvalue(), size(b))
for n in (2, 3, 10, 100):
    initial = b"a" * n
    initial += b"b"
    b = io.BytesIO(initial)
    print(n, size(b), b.getvalue() is initial, b.read() is initial, b.read())
    del initial
    print(size(b))
    initial = b.getvalue()
    print(size(b))
    b.write(b"c")
    print(size(b), initial[-1:], b.getvalue()[-2:])
    b.seek(2)
    b.write(b"d")
    print(size(b))
    del initial
    view = b.getbuffer()
    print(size(b))
    view[0] = 65
    view.release()
    print(b.getvalue()[:3], size(b))
    b.seek(0)
    b.truncate()
    print(size(b), b.getvalue(), size(b))
    b.close()
    print(size(b))
s = io.StringIO()
sizes = [size(s)]
for k in range(30):
    s.write("ab\u20ac" * k)
    sizes.append(size(s))
print(sizes)
class Raw(io.RawIOBase):
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def tell(self): return 0
    def write(self, data): return len(data)
for file in (Raw(), io.BufferedReader(Raw(), 100), io.BufferedWriter(Raw(), 100), io.BufferedRandom(Raw(), 100), io.BufferedRWPair(Raw(), Raw(), 100),
             io.TextIOWrapper(Raw()), io.FileIO(0, closefd=False), io.IOBase(), io.RawIOBase(), io.TextIOBase(), io.BufferedIOBase(), io.IncrementalNewlineDecoder(None, True)):
    print(type(file).__name__, size(file))
for error in (zlib.error, binascii.Error, binascii.Incomplete, struct.error, csv.Error, io.UnsupportedOperation):
    print(error.__name__, size(error(1)))
for o in (_md5.md5(), _sha1.sha1(), _sha2.sha224(), _sha2.sha256(), _sha2.sha384(), _sha2.sha512(), _sha3.sha3_256(), _sha3.shake_128(), zlib.compressobj(), zlib.decompressobj(),
          csv.reader([]), csv.writer(io.StringIO()), csv.reader([]).dialect, os.scandir("/"), collections.deque, itertools.chain, struct.Struct, zlib.error, types.SimpleNamespace, int):
    print(o.__name__ if isinstance(o, type) else type(o).__name__, size(o))
