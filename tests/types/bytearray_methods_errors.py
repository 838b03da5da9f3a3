# reference: 3.2.5.2
# Every method that changes a bytearray, and its errors.
def ba(): return bytearray(b"hello")
def do(code):
    b = ba()
    try: r = eval(code, {"b": b, "ba": ba})
    except Exception as e: print(code, "!", type(e).__name__ + ":", e, b)
    else: print(code, "->", r, b)
for code in """b.append(33)
b.append(256)
b.append(-1)
b.append("x")
b.append(b"x")
b.append(1.0)
b.append()
b.append(10**30)
b.extend(b"ab")
b.extend([1, 2])
b.extend("ab")
b.extend([256])
b.extend([1, "x"])
b.extend(5)
b.extend(b)
b.extend(range(3))
b.extend(iter([65, 66]))
b.extend([65, -1])
b.extend(None)
b.insert(0, 33)
b.insert(100, 33)
b.insert(-1, 33)
b.insert(-100, 33)
b.insert(0, 300)
b.insert("a", 1)
b.insert(1)
b.pop()
b.pop(0)
b.pop(-5)
b.pop(5)
b.pop(-6)
b.pop("x")
bytearray().pop()
b.remove(108)
b.remove(122)
b.remove(300)
b.remove("l")
b.clear()
b.copy()
b.reverse()
b.__setitem__(0, 72)
b.__setitem__(10, 72)
b.__setitem__(0, 256)
b.__setitem__(0, b"x")
b.__setitem__("a", 1)
b.__setitem__(slice(1, 3), b"XYZ")
b.__setitem__(slice(None, None, 2), b"abc")
b.__setitem__(slice(None, None, 2), b"ab")
b.__setitem__(slice(1, 2), 5)
b.__setitem__(slice(1, 2), "x")
b.__setitem__(slice(1, 2), [1, 2, 300])
b.__setitem__(slice(1, 2), [1, 2, 3])
b.__setitem__(slice(1, 2), b)
b.__delitem__(0)
b.__delitem__(9)
b.__delitem__(slice(None, None, 2))
b.__delitem__(slice(4, None, -2))
b.__delitem__("x")
b.__iadd__(b"!")
b.__iadd__("!")
b.__iadd__(5)
b.__imul__(2)
b.__imul__(0)
b.__imul__(-1)
b.__imul__("x")
b.__init__(b"new")
b.__init__(3)
b.__init__("x")
b.__init__(-1)
b + "x"
"x" + b
b + [1]
b * 2.0
b % 5
b == b"hello", b == "hello", b < b"i", b"hello" == b, b != bytearray()
b < "x"
hash(b)
{b: 1}
b[1], b[-1], b[1:3], b[::-1]
b[10]
b["x"]
b[1.0]
101 in b, b"ell" in b, b"" in b, 0 in b
300 in b
"x" in b
None in b
b.decode(), b.decode("ascii", "strict"), str(b), repr(b), b.__alloc__() >= 6
b.__reduce__()[0], b.__reduce_ex__(2)[0]""".splitlines():
    do(code)
