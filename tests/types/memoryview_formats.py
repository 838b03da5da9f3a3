# memoryview.cast to every native format of one size everywhere: items read, written and refused.
def show(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        if isinstance(r, memoryview):
            r = ("view", r.format, r.shape, r.strides, r.itemsize, r.ndim, r.nbytes, r.readonly, r.c_contiguous, r.f_contiguous, r.contiguous, r.tobytes())
        print(ascii(r))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        if isinstance(self.value, type):
            raise self.value("from __index__")
        return self.value

class Float:
    def __float__(self):
        return 1.5

data = bytes(range(48))
for f in "c b B h H i I q Q f d e @i @B x <i ii @ @@".split() + ["", 3, None, "\u1234"]:
    m = memoryview(bytearray(data))
    show(m.cast, f)
    show(lambda: m.cast(f).tolist())
    show(lambda: (m.cast(f)[0], m.cast(f)[-1]))
    show(lambda: m.cast(f)[::-2].tolist())
    show(lambda: m.cast(f)[1:3].hex("-", 2))
values = [0, 1, -1, 127, 128, 255, 256, -129, 65536, -32769, 2**31, 2**32, 2**63, 2**64 - 1, 2**64, -2**63, 1.5, 1e39, 65504.0, 65519.9, 65520.0, 5.96e-8,
          2.98e-8, 6.1e-5, 0.1, -0.0, float("inf"), float("nan"), "a", b"a", b"ab", None, True, [], Float()]
values += [Index(5), Index(TypeError), Index(ValueError), Index(OverflowError), Index(KeyError)]
for f in "c b B ? h H i I q Q f d e".split():
    print(f)
    for value in values:
        def store():
            view = memoryview(bytearray(16)).cast(f)
            view[1] = value
            return view.tobytes(), view[1]
        show(store)
