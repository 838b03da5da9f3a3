# Assignment to slices of views: the same structure is needed, overlapping is allowed.
def show(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        if isinstance(r, memoryview):
            r = ("view", r.format, r.shape, r.strides, r.itemsize, r.ndim, r.nbytes, r.readonly, r.c_contiguous, r.f_contiguous, r.contiguous, r.tobytes())
        print(ascii(r))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

def assign(data, key, source):
    view = memoryview(bytearray(data))
    view[key] = source
    return view.tobytes()

for key in (slice(0, 2), slice(None), slice(None, None, 2), slice(None, None, -1), slice(5, 9), slice(2, 2)):
    for source in (b"xy", b"xyzw", bytearray(b"pq"), memoryview(b"ij"), memoryview(b"ij").cast("b"), memoryview(b"abcd")[::2], "ab", [1, 2], 3, b"", memoryview(b"abcd").cast("h"),
                   memoryview(b"ab").cast("B", [1, 2])):
        show(assign, b"0123", key, source)
b = bytearray(b"0123456789")
m = memoryview(b)
m[2:8] = m[0:6]
print(b)
m[0:6] = m[2:8]
print(b)
m[::-1] = m
print(b)
wide = memoryview(bytearray(16)).cast("i")
wide[1:3] = memoryview(b"\1\0\0\0\2\0\0\0").cast("i")
print(wide.tolist(), wide[::-1].tolist(), wide.tobytes())
show(bytes, memoryview(b"abcd")[::2])
show(bytes, memoryview(b"abcdefgh").cast("h")[::2])
show(bytearray, memoryview(b"abcd")[::-1])
show(b"x".join, [memoryview(b"ab"), memoryview(b"cd")])
show(b"abc".find, memoryview(b"cb")[::-1])
print(int(memoryview(b"12")), float(memoryview(b"1.5")), list(reversed(memoryview(b"ab"))), 97 in memoryview(b"ab"), 300 in memoryview(b"ab"), b"a" in memoryview(b"ab"))
