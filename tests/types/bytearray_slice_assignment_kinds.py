# reference: 3.2.5.2
# What may be assigned to a slice of a bytearray, and to one item; sizes of extended slices must agree.
def attempt(f):
    b = bytearray(b"0123456789")
    try:
        f(b)
        return b
    except (TypeError, ValueError, IndexError, OverflowError) as e:
        return f"{type(e).__name__}: {e}; {bytes(b).decode()}"


def put(key, value):
    return attempt(lambda b: b.__setitem__(key, value))


for value in (b"AB", bytearray(b"ABC"), memoryview(b"A"), [65, 66], (65,), range(65, 69), iter(b"xy"), b"", [], "AB", 5, None, [256], ["a"], [-1], [1.0], {65}, {65: 1}):
    print(type(value).__name__, put(slice(2, 4), value))
for key in (slice(None), slice(5, 2), slice(-3, None), slice(100, 200), slice(None, None, 2), slice(8, 0, -3), slice(None, None, -1), slice(3, 3, 2)):
    print(key, put(key, b"AB"), put(key, b""), put(key, bytes(range(65, 75))), attempt(lambda b: b.__delitem__(key)))
for key, value in ((0, 65), (-1, 255), (10, 1), (-11, 1), (0, 256), (0, -1), (0, "a"), (0, b"a"), (0, None), (0, 1.0), (0, 2**70), ("0", 1), (None, 1), (1.0, 1), (True, 66), (2**70, 1)):
    print(key, value, put(key, value))
own = bytearray(b"abc")
own[1:2] = own
print(own)
own[::2] = own[::-2][: len(own[::2])]
print(own)
own[:] = (x for x in own if x != 98)
print(own)
print(put(slice("a", 2), b""), put(slice(0, 5, 0), b""), attempt(lambda b: b.__delitem__("x")), attempt(lambda b: b.__delitem__(50)))
