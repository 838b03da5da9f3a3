# A released view refuses everything but release, comparison and repr; what it pinned is free again.
def show(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        if isinstance(r, memoryview):
            r = ("view", r.format, r.shape, r.strides, r.itemsize, r.ndim, r.nbytes, r.readonly, r.c_contiguous, r.f_contiguous, r.contiguous, r.tobytes())
        print(ascii(r))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

m = memoryview(bytearray(b"abc"))
m2 = m[1:]
m.release()
print(m2.tobytes())
m.release()
for call in ("m[0]", "len(m)", "m.tobytes()", "m.tolist()", "m.cast('B')", "m.format", "m.obj", "m.nbytes", "m.readonly", "m.itemsize", "m.ndim", "m.shape", "m.strides", "m.suboffsets", "m.c_contiguous",
             "m.f_contiguous", "m.contiguous", "m.hex()", "m.toreadonly()", "list(m)", "hash(m)", "m.__enter__()", "m == m", "m == b'abc'", "m != m", "m == m2", "m2 == m", "memoryview(m)", "bytes(m)",
             "bytearray(m)", "m.release()", "repr(m)[:16]", "m[0:1]", "'a' in m", "m.__exit__(None, None, None)", "b''.find(m)"):
    print(call)
    show(lambda: eval(call))
with memoryview(b"abc") as q:
    print(q[0])
show(lambda: q[0])
b = bytearray(b"abc")
with memoryview(b) as q:
    for change in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.clear(), lambda: b.pop(), lambda: b.__init__(), lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 1), b"xy")):
        show(change)
    q[0] = 65
    b[1:2] = b"Z"
print(b)
b.append(1)
iterator = iter(memoryview(b))
print(next(iterator))
view = memoryview(b)
iterator = iter(view)
view.release()
show(next, iterator)
for args in ((), ("a",), (3,), (b"a", 1), (None,)):
    show(memoryview, *args)
show(memoryview, object=b"a")
def subclass():
    class M(memoryview):
        pass
show(subclass)
def write(key, value):
    memoryview(b"ab")[key] = value
show(write, 0, 1)
show(write, slice(0, 1), b"x")
