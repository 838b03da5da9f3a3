# compressobj, decompressobj and _ZlibDecompressor: piece by piece, copies, dictionaries, limits, misuse.
import pickle
import zlib

data = bytes(range(256)) * 40


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


packer = zlib.compressobj(9, zdict=b"hello")
packed = packer.compress(b"hello hello")
other = packer.copy()
packed2 = packed + other.flush()
packed += packer.flush()
print(packed, packed2 == packed)
attempt(packer.flush)
attempt(packer.copy)
attempt(lambda: packer.compress(b"more"))
attempt(lambda: zlib.decompressobj().decompress(packed))
attempt(lambda: zlib.decompressobj(zdict=b"other").decompress(packed))

opener = zlib.decompressobj(zdict=b"hello")
print(opener.decompress(packed + b"tail"), opener.unused_data, opener.eof)
print(opener.decompress(b"more"), opener.unused_data)

packed = zlib.compress(data)
opener = zlib.decompressobj()
first = opener.decompress(packed, 10)
print(first, len(opener.unconsumed_tail) > 0)
print(opener.flush() == data[10:], opener.eof, opener.unconsumed_tail)
attempt(lambda: opener.decompress(b"x"))

opener = zlib.decompressobj()
half = opener.decompress(packed[:100])
twin = opener.copy()
print(half + opener.decompress(packed[100:]) == data, half + twin.decompress(packed[100:]) == data)

opener = zlib.decompressobj()
print(opener.decompress(packed[:5]), opener.flush(), opener.eof)

packer = zlib.compressobj(wbits=-15, level=1, strategy=zlib.Z_HUFFMAN_ONLY)
pieces = [packer.compress(data[:1000]), packer.flush(zlib.Z_SYNC_FLUSH), packer.compress(data[1000:]), packer.flush(zlib.Z_FULL_FLUSH)]
pieces.append(packer.flush(zlib.Z_NO_FLUSH))
pieces.append(packer.flush())
print([len(piece) for piece in pieces])
opener = zlib.decompressobj(-15)
print(b"".join(opener.decompress(piece) for piece in pieces) == data, opener.eof)

feeder = zlib._ZlibDecompressor()
print(feeder.decompress(packed[:4]), feeder.needs_input, feeder.eof)
print(feeder.decompress(packed[4:], max_length=5), feeder.needs_input)
print(feeder.decompress(b"", 20000) == data[5:], feeder.eof, feeder.needs_input, feeder.unused_data)
attempt(lambda: feeder.decompress(b""))

attempt(lambda: zlib.compressobj(level=50))
attempt(lambda: zlib.compressobj(zdict=None))
attempt(lambda: zlib.decompressobj(wbits=99))
attempt(lambda: zlib.decompressobj(zdict=3))
attempt(lambda: zlib.decompressobj().decompress(b"", -1))
attempt(lambda: zlib.decompressobj().flush(0))
attempt(lambda: zlib.decompressobj().decompress(b"rubbish"))
attempt(type(packer))
attempt(type(opener))
attempt(lambda: pickle.dumps(packer))
print(type(packer), type(opener), zlib._ZlibDecompressor)
