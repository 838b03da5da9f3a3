# reference: 3.3.11
# Who gives a buffer to whom: bytes, bytearray and memoryview wherever bytes are taken; exports hold a bytearray fast.
b = bytearray(b"hello")
v = memoryview(b)
print(b"".join([b"a", b, v]), b"x" + b, b"x" + bytes(v), b.find(v[:2]), b.startswith(v[:1]), bytes(v), int(bytes(v[:0]) or b"7"), b == v, v == b"hello", b"lo" in b, list(v[1:3]), "%s" % bytes(v), b"%s" % v)
for act in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.clear(), lambda: b.pop(), lambda: b.__delitem__(0), lambda: b.__iadd__(b"x"), lambda: b.__setitem__(slice(0, 1), b"xyz"), lambda: b.insert(0, 1), lambda: b.remove(104)):
    try: print("changed", act())
    except BufferError as e: print(e)
b[0] = 72
print(v[0], bytes(b))
w = memoryview(v)
v.release()
try: b.append(1)
except BufferError as e: print(e)
w.release()
b.append(33)
print(b)
with memoryview(b) as m: print(m[0])
try: m[0]
except ValueError as e: print(e)
for x in (5, "text", [1, 2], None, object(), 1.5):
    for f in (memoryview, b"".join if 0 else bytes.fromhex, b"a".__add__, bytearray(b"a").extend, b"abc".find):
        try: f(x); print(type(x).__name__, f.__name__, "fine")
        except (TypeError, ValueError) as e: print(f.__name__, e)
