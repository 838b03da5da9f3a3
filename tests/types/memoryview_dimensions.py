# Views with several dimensions and with none: cast with a shape, keys of all kinds, lists, orders of bytes.
def show(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        if isinstance(r, memoryview):
            r = ("view", r.format, r.shape, r.strides, r.itemsize, r.ndim, r.nbytes, r.readonly, r.c_contiguous, r.f_contiguous, r.contiguous, r.tobytes())
        print(ascii(r))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __index__(self):
        return 1

data = bytes(range(48))
m = memoryview(bytearray(data))
for f, shape in (("B", [2, 24]), ("B", (48,)), ("B", [2, 3, 8]), ("i", [3, 4]), ("i", [3, 5]), ("B", []), ("B", [48, 0]), ("B", [-1]), ("B", ["a"]), ("B", [Index()]),
                 ("B", 5), ("B", "48"), ("h", [2, 3, 4]), ("B", [1] * 65), ("B", [1] * 63 + [48]), ("B", (True, 48)), ("B", None)):
    show(m.cast, f, shape)
    show(lambda: m.cast(f, shape=shape).tolist())
keys = [0, (0,), (0, 1), (1, 2, 7), (-1, -1, -1), (2, 0, 0), (0, 3, 0), (0, 0, 8), (0, 0, 0, 0), (), slice(0, 1), slice(None, None, -1), slice(5, 9),
        (slice(0, 1), slice(0, 1)), (slice(0, 1), 0), ..., None, "a", 1.5, (Index(), Index(), Index()), ("a", 0, 0), Index()]
for key in keys:
    print(key if not isinstance(key, (Index, tuple)) else type(key))
    for source, shape in ((data, [2, 3, 8]), (data, [48]), (data[:1], [])):
        view = memoryview(bytearray(source)).cast("B", shape)
        def store(value):
            view[key] = value
            return view.tobytes()
        show(lambda: view[key])
        show(store, 7)
        show(store, b"ab")
        show(view.__delitem__, key)
x = memoryview(bytearray(data)).cast("B", [2, 3, 8])
for call in ("len(x)", "list(x)", "x.cast('i')", "x.cast('B', [48])", "x.cast('B', [6, 8])", "x[::-1].cast('B')", "x.tobytes('F')", "x.tobytes('A')", "x.tobytes(None)", "x.tobytes('Z')",
             "x.tobytes(3)", "x.tobytes(order='F')", "x.hex(':', 4)", "x[::-1].tolist()", "x[1:]", "x[5:]", "x == x", "x[::-1] == x", "x == m", "bytes(x) == data", "hash(x.toreadonly())",
             "x.suboffsets", "bytearray(x[::-1])[:3]"):
    print(call)
    show(lambda: eval(call))
z = memoryview(bytearray(4)).cast("i", [])
for call in ("len(z)", "list(z)", "z[()]", "z[...] is z", "z[0]", "z.tolist()", "z == z[...]", "z.cast('B')", "z.cast('B', [4])", "z.cast('B', [2, 2])", "z.nbytes", "hash(z)"):
    print(call)
    show(lambda: eval(call))
e = memoryview(b"")
for call in ("e", "e.cast('i')", "e.cast('B', [0])", "e.cast('B', [])", "e[0]", "e.tolist()", "e[::2]", "m[::2][:0]"):
    print(call)
    show(lambda: eval(call))
