# Module array: every typecode, list-like methods, conversions, views, errors.
import array
import copy
import io
import pickle


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


A = array.array
print(array.typecodes, array.ArrayType is A, A)
limits = {"b": (-128, 127), "B": (0, 255), "h": (-32768, 32767), "H": (0, 65535), "i": (-2**31, 2**31 - 1), "I": (0, 2**32 - 1),
          "q": (-2**63, 2**63 - 1), "Q": (0, 2**64 - 1)}
for code, (low, high) in limits.items():
    a = A(code, [low, 0, 1, high])
    print(repr(a), a.itemsize, a.typecode, a.tobytes(), len(a), a.tolist(), sum(a))
    for value in (low - 1, high + 1, 2**70) * (code in 'bBhHQq') + (1.5, "1", None, True):
        fails(a.append, value)
    a.byteswap()
    print(a)
for code in "fd":
    a = A(code, [1, 2.5, -0.0, 1e300 if code == "d" else 1e30, float("inf")])
    print(a, a.itemsize, a.tobytes())
    for value in "x", None, 10**400, 1e300:
        fails(a.__setitem__, 0, value)
    print(a)
u = A("u", "héllo 漢🎈")
print(u, u.tounicode(), u.itemsize, u[1], u[1:3], u.typecode)
for value in 5, "", "ab", b"x", None:
    fails(u.append, value)
u.fromunicode("!")
print(u, "é" in u, 5 in u)

a = A("i", range(5))
a.append(5)
a.extend([6, 7])
a.extend(A("i", [8]))
a.extend(x for x in (9, 10))
print(a, a[0], a[-1], a[2:5], a[::-2], a[100:], a.index(3), a.index(9, 2), a.index(9, -3, 100), a.count(5), 5 in a, 5.0 in a, "5" in a)
a.insert(0, 100)
a.insert(-1, 101)
a.insert(1000, 102)
a[1] = -1
a[2:4] = A("i", [7, 7, 7])
print(a, a.pop(), a.pop(0), a.pop(-2), a)
del a[0]
del a[::2]
print(a, a + a, a * 2, 2 * a, a * 0, a * -1)
a += A("i", [1])
a *= 2
print(a)
a.remove(1)
a.reverse()
print(a, copy.copy(a) == a, copy.deepcopy(a) is a)
a[::2] = A("i", range(len(a[::2])))
a[1:1] = a
a[3:3] = A("i")
print(a)
for f, *args in ((a.index, 12345), (a.index, 1, 100), (a.remove, 12345), (a.pop, 99), (A("i").pop,), (a.__getitem__, 99), (a.__getitem__, "x"),
                 (a.__getitem__, 1.0), (a.__setitem__, 99, 1), (a.__setitem__, "x", 1), (a.__delitem__, 99), (a.__setitem__, slice(0, 2), [1]),
                 (a.__setitem__, slice(0, 2), A("b")), (a.__setitem__, slice(0, 6, 2), A("i", [1])), (a.__setitem__, 0, "x"), (a.__add__, [1]),
                 (a.__add__, A("b")), (a.__iadd__, [1]), (a.__mul__, "x"), (a.extend, A("b", [1])), (a.extend, ["x"]), (a.extend, 5), (a.insert, "x", 1),
                 (a.fromlist, (1,)), (a.fromlist, [1, "x"]), (a.fromunicode, "x"), (a.tounicode,), (a.frombytes, b"abc"), (a.frombytes, "abcd"),
                 (A,), (A, "i", [], 1), (A, "x"), (A, "ii"), (A, 5), (A, "i", "text"), (A, "i", u), (A, "i", 5), (A, "i", ["x"]), (A, "i", b"abc"),
                 (A, "b", [1, 300]), (hash, a), (a.__lt__, [1])):
    fails(f, *args)
print(a)
b = A("h")
b.frombytes(bytes(range(6)))
b.fromlist([1, 2])
print(b, A("h", b), A("i", b), A("d", b), A("B", b"\1\2"), A("B", bytearray(b"xy")), A("i", (1, 2)), A("i", {}), bytes(A("B", [1, 2])), list(A("i")))
print(A("i", [1, 2]) == A("d", [1, 2]), A("i", [1, 2]) < A("i", [1, 3]), A("i", [1]) < A("i", [1, 0]), A("i", [2]) >= A("b", [1, 5]), A("i") == A("u"),
      A("i", [1]) != A("i", [1]), A("u", "ab") < A("u", "b"), A("i", [1]) == [1], A("d", [float("nan")]) == A("d", [float("nan")]))
it = iter(A("i", [1, 2, 3]))
print(next(it), it.__reduce__()[1:], list(it), next(it, "end"), it.__reduce__()[1])
it = iter(A("i", [1, 2, 3]))
it.__setstate__(2)
print(list(it), type(it))
for protocol in range(6):
    for a in A("i", [1, -2]), A("u", "é"), A("d", [0.5]), A("B"):
        p = pickle.loads(pickle.dumps(a, protocol))
        print(p == a, p.typecode, end=" ")
print(A("H", [1]).__reduce_ex__(4)[1][1:], A("H", [1]).__reduce_ex__(2)[1][1:])
m = memoryview(A("i", [1, 2, 3]))
print(m.format, m.itemsize, m.shape, m.tolist(), m.nbytes, m[1], m.readonly, type(m.obj))
m[0] = 77
print(m.obj, m[1:].tolist())
a = m.obj
for f, *args in (a.append, 1), (a.pop,), (a.extend, A("i", [1])), (a.__delitem__, 0), (a.frombytes, b"1234"), (a.__imul__, 2), (a.fromlist, [1]), (a.insert, 0, 0):
    fails(f, *args)
m.release()
a.append(4)
print(a, a.buffer_info()[1])
out = io.BytesIO()
a.tofile(out)
out.seek(0)
c = A("i")
c.fromfile(out, 2)
print(c, c.fromfile(out, 1), c)
fails(c.fromfile, out, 5)
print(c)
buffer = A("B", b"....")
print(io.BytesIO(b"hello").readinto(buffer), buffer, b"".join([A("B", b"ab"), b"c"]), b"x" + A("B", b"y"), A("B", b"abc") == b"abc")


class Mine(A):
    def __init__(self, code, values=(), tag=None):
        self.tag = tag


m = Mine("i", [1], tag="t")
print(m, m.tag, m[:1], m + m, type(m * 2), pickle.loads(pickle.dumps(m)).tag if False else m.__reduce_ex__(2)[2])


class Index:
    def __index__(self):
        return 1

    def __float__(self):
        return 2.5


a = A("i", [10, 20, 30])
print(a[Index()], a.pop(Index()), a, A("i", [Index()]), A("d", [Index()]), a * Index(), a[Index():])
match a:
    case [x, y]:
        print("sequence", x, y)
