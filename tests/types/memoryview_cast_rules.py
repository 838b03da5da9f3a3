# reference: 3.3.11
# cast goes between bytes and one other format, or gives a shape; everything else is refused.
def attempt(f):
    try:
        r = f()
        return r.tolist() if isinstance(r, memoryview) else r
    except (TypeError, ValueError, IndexError, NotImplementedError) as e:
        return f"{type(e).__name__}: {e}"


m = memoryview(bytes(range(16)))
for code in "bBhHiIqQfd?c":
    v = m.cast(code)
    print(code, v.format, v.itemsize, len(v), v.shape, v.strides, v.nbytes, v.tolist()[: 2 if code == "?" else 3] if code not in "fd" else "", v.cast("B") == m, v.cast("B").tolist() == m.tolist())
for code in ("x", "", "BB", "<h", "@i", "=i", "z", "P", "n", "hh", "e"):
    print(repr(code), attempt(lambda: m.cast(code).itemsize) if code not in "Pn" or not code else "pointer-sized")
square = m.cast("B", [4, 4])
print(square.ndim, square.shape, square.strides, square.tolist()[1], square[1, 2], square[-1, -1], len(square), square.c_contiguous, square.f_contiguous)
print(m.cast("H", (2, 2, 2)).tolist(), m.cast("I", (4,)).shape, m.cast("B", (16, 1)).f_contiguous)
for f in (lambda: m.cast("B", [3, 5]), lambda: m.cast("B", [-4, -4]), lambda: m.cast("B", [0, 16]), lambda: m.cast("B", 4), lambda: m.cast("B", ["a"]), lambda: m.cast("B", [1] * 65),
          lambda: m.cast("H").cast("I"), lambda: m.cast("H").cast("H").format, lambda: m[:15].cast("H"), lambda: m[::2].cast("B"), lambda: m.cast(5), lambda: m.cast(), lambda: square.cast("H"), lambda: square.cast("B").shape,
          lambda: square.cast("B", (2, 8)), lambda: m.cast("B", ()), lambda: memoryview(b"a").cast("B", ()).tolist(), lambda: memoryview(b"abcd").cast("i", ()).ndim, lambda: square[0], lambda: square[0, 0, 0],
          lambda: square[4, 0], lambda: square[0:1], lambda: list(square), lambda: m.cast("b", shape=[2, 8]).shape, lambda: m.cast(format="B").format):
    print(attempt(f))
