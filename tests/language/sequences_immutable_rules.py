# reference: 3.2.5, 3.2.5.1
# str, tuple and bytes: indexing, slicing, what they hold, no item assignment.
for s in "héllo", (1, 2, 3, 4, 5), b"hello":
    print(s[0], s[-1], s[1:3], s[::-1], s[-100:100], s[5:], s[3:1], s[::2], len(s), s[1:] + s[:1], s * 2, 0 * s, s[True], type(s[0]).__name__)
    for f in (lambda: s[5], lambda: s[-6], lambda: s["a"], lambda: s[1.0], lambda: s[None], lambda: s[1, 2], lambda: s[::0], lambda: s["a":], lambda: s[10 ** 30], lambda: s + None, lambda: s * "a", lambda: s * 1.5, lambda: s * -1, lambda: None in s if not isinstance(s, tuple) else 0, lambda: s.__setitem__, lambda: s[:10 ** 30]):
        try:
            print("   ", f())
        except (IndexError, TypeError, ValueError, AttributeError, OverflowError) as e:
            print("   ", type(e).__name__, e)
    try:
        s[0] = 1
    except TypeError as e:
        print("   ", e)
    try:
        del s[0]
    except TypeError as e:
        print("   ", e)
    try:
        s[0:1] = s
    except TypeError as e:
        print("   ", e)
print((1,), (), (1), (1, 2), tuple("ab"), 1,)
print(chr(0x10FFFF) == "\U0010ffff", ord("\U0001F600"), len("\U0001F600"), "\U0001F600"[0], [ord(c) for c in "aé€😀"], b"\xff"[0], bytes([0, 255]), list(b"ab"), b"a"[0:1])
print("a" < "b" < "é" < "€" < "\uffff" < "\U00010000", (1, 2) < (1, 2, 0) < (1, 3), b"a" < b"b", (1, "a") == (1, "a"))
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
