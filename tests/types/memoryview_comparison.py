# Views are equal to views and bytes of the same shape whose items have the same values, whatever their formats.
def show(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        if isinstance(r, memoryview):
            r = ("view", r.format, r.shape, r.strides, r.itemsize, r.ndim, r.nbytes, r.readonly, r.c_contiguous, r.f_contiguous, r.contiguous, r.tobytes())
        print(ascii(r))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

views = [memoryview(b"abcd"), memoryview(bytearray(b"abcd")), b"abcd", bytearray(b"abcd"), memoryview(b"abcd").cast("b"), memoryview(b"abcd").cast("c"), memoryview(b"abcd").cast("i"),
         memoryview(b"\xff\xfe").cast("b"), memoryview(b"\xff\xfe"), memoryview(b"abcd").cast("B", [2, 2]), memoryview(b"abcd").cast("i", []), "abcd", 3,
         memoryview(b"\0\0\xc0\x7f").cast("f"), memoryview(b"\0\0\x80\x3f").cast("f"), memoryview(b"\x01\0\0\0").cast("i"), memoryview(b"\x01\0\0\0\0\0\0\0").cast("q"),
         memoryview(b"\0\0\0\0\0\0\xf0\x3f").cast("d"), memoryview(b"\x01"), memoryview(b"\x01").cast("?"), memoryview(b"\0\x3c").cast("e"), memoryview(b"abcd")[::-1], b"dcba", memoryview(b""),
         memoryview(b"").cast("i")]
for a in views:
    print("".join("=" if a == b else "." for b in views), "".join("#" if a != b else "." for b in views))
for op in ("<", ">", "<=", ">="):
    show(lambda: eval("a" + op + "b", {"a": views[0], "b": views[1]}))
print(memoryview(b"abc").__eq__("abc"), memoryview(b"abc").__lt__(b"abc"), b"abc".__eq__(memoryview(b"abc")))
print(hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abc")[::-1]) == hash(b"cba"), {memoryview(b"a"): 1}[b"a"])
for v in (memoryview(bytearray(b"a")), memoryview(bytearray(b"a")).toreadonly(), memoryview(b"abcd").cast("i"), memoryview(b"abcd").cast("h", [2, 1])):
    show(hash, v)
