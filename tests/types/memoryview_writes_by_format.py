# reference: 3.3.11
# Writing items through views of every format: ranges, kinds, and the bytes that come of it.
def attempt(view, i, value):
    try:
        view[i] = value
        return view[i] if isinstance(i, int) else view.tobytes()
    except (TypeError, ValueError, IndexError, NotImplementedError) as e:
        return f"{type(e).__name__}: {e}"


class Index:
    def __index__(self):
        return 7


for code, values in {
    "b": (-128, 127, 128, -129, "a"), "B": (0, 255, 256, -1, 1.0), "h": (-32768, 32768, Index()), "H": (65535, 65536), "i": (-(2**31), 2**31), "I": (2**32 - 1, 2**32, -1), "q": (-(2**63), 2**63),
    "Q": (2**64 - 1, 2**64, -1), "f": (1.5, 0.1, 7, 1e39, "x"), "d": (0.1, 2**60, None, Index()), "?": (True, 0, 5, "", []), "c": (b"z", b"", b"zz", 65, "z"),
}.items():
    base = bytearray(16)
    view = memoryview(base).cast(code)
    for value in values:
        shown = "Index" if isinstance(value, Index) else repr(value)
        print(code, shown, attempt(view, 0, value) if not (code == "f" and value == 1e39) else "too large", base[:8].hex())
view = memoryview(bytearray(b"abcdef"))
for i in (6, -7, "0", None, 1.0, (0,), (0, 0), ...):
    print(i, attempt(view, i, 1))
print(attempt(memoryview(b"fixed"), 0, 1), attempt(view, slice(0, 2), b"XY"), attempt(view, slice(0, 2), b"XYZ"), attempt(view, slice(0, 6, 2), b"..."), attempt(view, slice(0, 1), 5), attempt(view, slice(None), view[::-1]), sep="\n")
print(view.tobytes(), view.readonly, view.toreadonly().readonly, attempt(view.toreadonly(), 0, 1))
try:
    del view[0]
except TypeError as e:
    print(e)
