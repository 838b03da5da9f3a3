# reference: 3.3.11
# While a view is held, a bytearray keeps its size: every operation that would change it fails, the others work.
def attempt(name, f):
    try:
        print(name, f())
    except (BufferError, TypeError, ValueError, IndexError) as e:
        print(name, type(e).__name__, e)


b = bytearray(b"abcdef")
view = memoryview(b)
for name, f in {
    "append": lambda: b.append(1), "extend": lambda: b.extend(b"xy"), "extend nothing": lambda: b.extend(b""), "insert": lambda: b.insert(0, 1), "pop": lambda: b.pop(),
    "remove": lambda: b.remove(97), "clear": lambda: b.clear(), "del index": lambda: b.__delitem__(0), "del slice": lambda: b.__delitem__(slice(0, 2)),
    "del nothing": lambda: b.__delitem__(slice(2, 2)), "del step": lambda: b.__delitem__(slice(0, 6, 2)), "set longer": lambda: b.__setitem__(slice(0, 1), b"xyz"),
    "set shorter": lambda: b.__setitem__(slice(0, 3), b""), "set same": lambda: b.__setitem__(slice(0, 2), b"XY"), "set step": lambda: b.__setitem__(slice(0, 6, 3), b"12"),
    "set item": lambda: b.__setitem__(5, 33), "+=": lambda: b.__iadd__(b"z"), "*=": lambda: b.__imul__(2), "*= 1": lambda: b.__imul__(1), "*= 0": lambda: b.__imul__(0),
    "init": lambda: b.__init__(b"other"), "reverse": lambda: b.reverse(), "copy": lambda: b.copy(), "+": lambda: b + b"z",
}.items():
    attempt(name, f)
print(b, view.tobytes(), len(view))
view[0] = 42
print(b)
second = view[2:4]
view.release()
attempt("one view left", lambda: b.append(1))
second.release()
attempt("none left", lambda: b.append(33))
print(b)
with memoryview(b) as m:
    attempt("inside with", lambda: b.clear())
b.clear()
print(b, b.__alloc__() >= 0)
it = iter(bytearray(b"xyz"))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
c = bytearray(b"12345")
for i, byte in enumerate(c):
    if i == 1:
        del c[3:]
    print(byte, end=" ")
print(c)
