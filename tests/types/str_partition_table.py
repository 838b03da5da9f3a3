# reference: 3.2.5.1
# partition and rpartition: first and last place, nothing found, overlaps, whole text, wrong arguments, own subclasses.
def attempt(f):
    try:
        return ascii(f())
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


for text, mark in (("a,b,c", ","), ("abc", ","), ("", ","), (",", ","), (",,", ","), ("aaa", "aa"), ("abcabc", "bc"), ("abc", "abc"), ("abc", "abcd"),
                   ("\u00e9\u20ac\u00e9", "\u20ac"), ("abc", "\u20ac"), ("\U0001f600x\U0001f600", "x"), ("a\x00b", "\x00"), ("na\u00efve", "\u00ef")):
    first, last = text.partition(mark), text.rpartition(mark)
    assert "".join(first) == "".join(last) == text
    print(ascii(text), ascii(mark), ascii(first), ascii(last))
    for data in text.encode(), bytearray(text.encode()):
        if first[1]:
            assert data.partition(mark.encode()) == tuple(type(data)(p.encode()) for p in first)
            assert data.rpartition(mark.encode()) == tuple(type(data)(p.encode()) for p in last)


class Own(str):
    pass


own = Own("abc")
print([type(p).__name__ for p in own.partition("b")], [type(p).__name__ for p in own.partition("z")], [type(p).__name__ for p in own.rpartition("z")])
plain = "nothing here"
print(plain.partition(",")[0] is plain, plain.rpartition(",")[2] is plain, attempt(lambda: Own("x-y").partition(Own("-"))))
for wrong in (lambda: "a".partition(""), lambda: "a".rpartition(""), lambda: "a".partition(5), lambda: "a".partition(b"a"), lambda: "a".partition(),
              lambda: "a".partition("a", "b"), lambda: b"a".partition("a"), lambda: b"a".partition(b""), lambda: b"a".partition(97), lambda: "a".rpartition(None),
              lambda: "a".partition(sep="a"), lambda: bytearray(b"a.b").rpartition(memoryview(b".")), lambda: b"".rpartition(b"x"), lambda: bytearray(b"q").partition(b"z")):
    print(attempt(wrong))
