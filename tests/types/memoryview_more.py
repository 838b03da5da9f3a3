m = memoryview(b"abc")
w = bytearray(b"abcdef")
v = memoryview(w)
for e in ["m < m", "m == b'abc'", "b'abc' == m", "b'abc' < m", "bytearray(b'abb') < m", "m[1, 2]", "m['a']", "m[0:1, 0]", "m[()]",
          "m.cast('c')[0]", "m.cast('b').tolist()", "memoryview(b'\\xff').cast('b').tolist()", "m.cast('B', shape=[3]).shape", "m.cast(1)",
          "m.cast('x')", "m[::2].cast('B')", "hash(m) == hash(b'abc')", "hash(v)", "m + m", "m * 2", "list(reversed(m))", "97 in m", "m.strides",
          "v[::-2].strides", "m.suboffsets", "m.c_contiguous", "m[::2].contiguous", "m.obj", "m.hex('-')", "m[::2].hex()", "bytes(m[::2])",
          "m[::2] == b'ac'", "m.toreadonly().readonly, v.toreadonly().readonly", "memoryview()", "memoryview(1)", "memoryview(b'a', 2)",
          "m.nope", "v.__setitem__(0, 256)", "v.__setitem__(0, 'a')", "v.__setitem__(slice(0, 2), b'abc')", "v.__setitem__(slice(0, 2), 5)",
          "v.__delitem__(0)", "m.__delitem__(0)", "v.cast('c').__setitem__(0, b'ab')", "v.cast('c').__setitem__(0, 5)",
          "v.cast('b').__setitem__(0, 200)", "m.__getitem__(slice(None, None, 0))", "m[5]", "b''.join([m, v])", "b'x' + m", "bytearray(b'x') + m",
          "m.tobytes('F')", "m.tobytes('Z')", "int(memoryview(b'12'))", "bytearray(m)", "str(m, 'ascii')", "b'xabc'.find(m)", "b'abcd'.startswith(m)",
          "b'1abc2'.split(m)", "type(iter(m)).__name__", "next(iter(m))", "type('X', (memoryview,), {})", "memoryview(memoryview(m)) == m",
          "memoryview(b'\\xff').cast('b') == b'\\xff'", "m.cast('c') == m", "m.nbytes, m.itemsize, m.ndim, m.format, len(m)"]:
    try:
        print(e, "->", eval(e))
    except Exception as x:
        print(e, "!!", type(x).__name__, x)
v[1:4] = v[0:3]
print(w)
v[::2] = b"XYZ"
print(w)
part = v[2:]
v.release()
try:
    w.append(1)
except BufferError as e:
    print(e)
part[0] = 33
part.release()
w.append(1)
print(w)
with memoryview(w) as z:
    print(z[0])
for use in (lambda: z[0], lambda: z.tolist(), lambda: z.obj, lambda: z.__enter__(), lambda: memoryview(z), lambda: len(z)):
    try:
        use()
    except ValueError as e:
        print(e)
print(z == z, z == w, z.release(), repr(z).startswith("<released memory at 0x"))
match memoryview(b"xyz"):
    case [a, *rest]:
        print(a, rest)
def read_into():
    with open("data.bin", "wb") as f:
        f.write(memoryview(b"0123456789")[2:6])
    room = bytearray(6)
    with open("data.bin", "rb") as f:
        print(f.readinto(memoryview(room)[1:3]), room)
read_into()
