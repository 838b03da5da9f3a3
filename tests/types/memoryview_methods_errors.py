# reference: 3.2.13
# Every attribute and method of memoryview with its errors.
b = bytearray(range(12))
m = memoryview(b)
TABLE = """
m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.c_contiguous, m.f_contiguous, m.contiguous, m.obj is b, len(m)
m[0], m[-1], m[2:5].tolist(), m[::-3].tolist(), m[::2].strides, m[::2].contiguous, m[5:2].tolist(), m[()].tolist() if 0 else 0
m[12]
m[-13]
m["a"]
m[1.5]
m[0, 0]
m[None]
m[...].tolist()
m[()]
m.tobytes(), m[::2].tobytes(), m.tobytes("C"), m.tobytes(order="F"), m.tobytes(None), m.hex(), m.hex(":", 4), m[::-1].hex()
m.tobytes("X")
m.tobytes(5)
m.cast("H").tolist(), m.cast("I").shape, m.cast("B", (3, 4)).tolist(), m.cast("B", [2, 6]).shape, m.cast("b")[5], m.cast("c")[1], m.cast("?")[0:2].tolist()
m.cast("Z")
m.cast("HH")
m.cast(5)
m.cast()
m.cast("q")
m.cast("B", (5, 5))
m.cast("B", (0, 5))
m.cast("B", 12)
m.cast("B", ("x",))
m.cast("B", (-1, -12))
m[::2].cast("H")
m.cast("H").cast("I")
m.cast("H").cast("B").tolist()
m.cast("B", (3, 4)).cast("B").nbytes, m.cast("B", (3, 4))[1, 2], m.cast("B", (3, 4)).strides, len(m.cast("B", (3, 4)))
m.cast("B", (3, 4))[1]
m.cast("B", (3, 4))[1:2].shape
m.cast("B", (3, 4))[3, 0]
m.cast("B", (3, 4))[0, 4]
m.cast("B", (3, 4))[0, "x"]
m.cast("B", (3, 4))[0, 0, 0]
m.cast("B", (3, 4))[0, :]
list(m.cast("B", (3, 4)))
m.__setitem__(0, 256)
m.__setitem__(0, -1)
m.__setitem__(0, "x")
m.__setitem__(0, b"x")
m.__setitem__(slice(0, 2), b"xyz")
m.__setitem__(slice(0, 2), "xy")
m.__setitem__(slice(0, 2), 5)
m.__setitem__(slice(0, 2), memoryview(b"abcd").cast("H")[:1])
m.__setitem__(slice(0, 3), b"\\x63\\x62\\x61"), m[:4].tolist()
m.cast("c").__setitem__(0, b"z"), m[0]
m.cast("c").__setitem__(0, 5)
m.cast("?").__setitem__(0, []), m[0]
m.cast("f").__setitem__(0, 1.5), m.cast("f")[0]
m.cast("f").__setitem__(0, "x")
m.cast("i").__setitem__(0, 2**31)
m.cast("d").tolist()
memoryview(b"ro").__setitem__(0, 1)
m.__delitem__(0)
memoryview("str")
memoryview(5)
memoryview()
memoryview(b"a", b"b")
memoryview(object=b"kw").tolist(), memoryview(memoryview(b"ab")).obj, m.toreadonly().readonly, m.toreadonly()[0] == m[0]
m == b, m[:0] == b"", m[::2] == m.tobytes()[::2], m == "x", m != b, m.cast("H") == m, memoryview(b"a") == memoryview(b"a").cast("c")
m < m
hash(memoryview(b"ab")) == hash(b"ab")
hash(m)
hash(memoryview(b"abcd").cast("H"))
5 in m, 200 in m, list(reversed(m))[:3], m.tolist()[-1], [*m[:3]]
m.count
m.obj = 1
m + m
bytes(m[:3]), bytearray(m[9:]), str(m[:2], "ascii") if 0 else 0, int.from_bytes(m[4:6], "big"), b"".join([m[4:5]])
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
b.append(1) if 0 else None
try: b.append(1)
except BufferError as e: print(e)
m.release(); m.release()
TABLE = """
m[0]
m.tolist()
m.nbytes
len(m)
m.release()
m.__enter__()
m == m, m == b
m.obj
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
b.append(1); print(len(b))
