# reference: 3.2.5.1
# splitlines knows eleven line ends for str and three for bytes; keepends gives a text that joins to the same.
ends = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
for end in ends:
    text = f"one{end}two{end}{end}three"
    print(ascii(end), ascii(text.splitlines()), ascii((text + end).splitlines(True)[-2:]))
    assert "".join(text.splitlines(keepends=True)) == text
found = [c for c in map(chr, range(0x10000)) if len(f"a{c}b".splitlines()) == 2]
print(ascii(found))
for text in ("", "\n", "\n\n", "a", "a\n", "\na", "\r\n\r\n", "\n\r", "a\r\r\nb", "a\x1fb", "\u20ac\n\u20ac\r\n", "\U0001f600\u2028x"):
    print(ascii(text), ascii(text.splitlines()), ascii(text.splitlines(True)))
for data in (b"", b"a\nb\rc\r\nd", b"\v\f\x1c\x85", bytearray(b"x\n\ny"), b"\r\n\n\r"):
    print(data, data.splitlines(), data.splitlines(True))


class Own(str):
    pass


own = Own("single")
print([type(t).__name__ for t in own.splitlines()], [type(t).__name__ for t in Own("a\nb").splitlines()], type(bytearray(b"a").splitlines()[0]).__name__)
for wrong in (lambda: "a".splitlines(1, 2), lambda: "a".splitlines(keep=1), lambda: "a\n".splitlines("yes"), lambda: "a\n".splitlines(None),
              lambda: b"a\n".splitlines(keepends=[]), lambda: b"a\n".splitlines(keepends=2.5), lambda: str.splitlines(b"a")):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
