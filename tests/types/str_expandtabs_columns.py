# expandtabs counts columns from the last line end; sizes of zero and below take the tabs out.
def attempt(f):
    try:
        return f()
    except (TypeError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


texts = ("", "\t", "a\tb", "abcdefgh\ti", "abcdefg\th", "\t\t", "a\nb\tc", "a\r\tb", "a\r\n\tb", "x\t\ny\tz", "\u20ac\t\u20ac", "\U0001f600\t!", "e\u0301\tx", "a\vb\tc", "no tab")
for text in texts:
    print(ascii(text), *(ascii(text.expandtabs(*n)) for n in ((), (4,), (1,), (0,), (-3,))))
    data = text.encode("ascii", "replace")
    for n in range(-1, 10):
        assert data.expandtabs(n).decode() == text.encode("ascii", "replace").decode().expandtabs(n) == bytearray(data).expandtabs(n).decode()


def by_hand(text, size):
    out, column = "", 0
    for c in text:
        if c == "\t":
            step = size - column % size if size > 0 else 0
            out, column = out + " " * step, column + step
        else:
            out, column = out + c, 0 if c in "\r\n" else column + 1
    return out


for text in texts:
    for size in range(9):
        assert text.expandtabs(size) == by_hand(text, size)
print(ascii("a\tb".expandtabs(tabsize=3)), b"a\tb".expandtabs(tabsize=True), type("plain".expandtabs()).__name__)
for wrong in (lambda: "\t".expandtabs("4"), lambda: "\t".expandtabs(4.0), lambda: "\t".expandtabs(None), lambda: "\t".expandtabs(2**31), lambda: "\t".expandtabs(1, 2),
              lambda: "\t".expandtabs(size=1), lambda: b"\t".expandtabs(-(2**40)), lambda: "".expandtabs(2**31 - 1), lambda: "\t\t".expandtabs(2**31 - 1) and 0 if False else "skipped"):
    print(attempt(wrong))
