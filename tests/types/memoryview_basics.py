a = bytearray(b"abcdef")
m = memoryview(a)
print(len(m), m[0], m[-1], bytes(m[1:4]), m.tobytes(), m.tolist(), m.format, m.itemsize, m.ndim, m.shape, m.readonly, m.nbytes)
m[0] = 90
m[1:3] = b"YX"
print(a, m == a, m[::2].tolist(), m[::-1].tobytes(), memoryview(b"x").readonly)
try:
    a.append(1)
except BufferError as e:
    print(e)
m.release()
a.append(33)
print(a)
for f in (lambda: m[0], lambda: memoryview(b"abc").__setitem__(0, 1), lambda: memoryview("s"), lambda: memoryview(a)[10]):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
with memoryview(b"ctx") as v:
    print(v.hex())
