a = bytearray(b"abc")
same = a
a += b"de"
a.append(102)
a.extend([103, 104])
a.insert(0, 33)
print(a, same is a, a.pop(), a.pop(0), a)
a[0] = 65
a[1:3] = b"xyz"
del a[-1]
a.remove(ord("z"))
a.reverse()
print(a, len(a), a[::2])
a *= 2
a[::2] = bytes(len(a[::2]))
print(a, a.find(b"\x00"), a.count(0), bytes(a[:4]))
b = a.copy()
b.clear()
print(b, bool(b), len(a), bytearray(2), bytearray("é", "latin-1"), bytearray([1, 2]) == b"\x01\x02")
for f in (lambda: a.append(256), lambda: a.append("x"), lambda: a.__setitem__(0, -1), lambda: b.pop(), lambda: a.remove(200), lambda: hash(a),
          lambda: a.__setitem__(slice(0, 4, 2), b"x"), lambda: a.extend("s"), lambda: a.__setitem__(99, 1)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
