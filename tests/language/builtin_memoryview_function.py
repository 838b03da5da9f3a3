# reference: memoryview()
# Views of bytes-like things, what they refuse, and that writing goes through.
b = bytearray(b"abcdef")
m = memoryview(b)
m[0] = 90; m[1:3] = b"YX"
print(b, m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), len(m), m.readonly, memoryview(b"a").readonly, m == b, m.format, m.itemsize, m.shape, m.nbytes, m.obj is b, memoryview(m)[0], list(m[:2]), m.hex(), 90 in m, m.toreadonly().readonly, bytes(m[::-1]))
for f in (lambda: memoryview(), lambda: memoryview(5), lambda: memoryview("a"), lambda: memoryview([1]), lambda: memoryview(None), lambda: memoryview(b"a", 1), lambda: memoryview(object=b"a")[0], lambda: memoryview(b"a")[1], lambda: memoryview(b"a").__setitem__(0, 1), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, "a"), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m.__setitem__(9, 1), lambda: m.__delitem__(0), lambda: b.append(1), lambda: b.clear(), lambda: m["a"], lambda: m[1, 2], lambda: m + b"a", lambda: hash(m), lambda: hash(memoryview(b"ab")) == hash(b"ab"), lambda: m < m, lambda: m.nothing, lambda: m.cast("I").nbytes, lambda: m.cast("B").tolist()[:2], lambda: type("S", (memoryview,), {})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m.release()
for f in (lambda: m[0], lambda: len(m), lambda: m.tolist(), lambda: repr(m).split(" at")[0], lambda: m == m, lambda: b.append(1) or len(b)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
