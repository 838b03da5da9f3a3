# title and capitalize use the title form; a final sigma is chosen by what stands around it; swapcase is no inverse of itself.
words = ("", "hello world", "they're bill's", "HELLO", "3rd place", "a-b_c", "\u01c6enan \u01c4", "\u00df\u00dfa", "\ufb01sh", "\u0149a", "\u00e9T\u00c9", "x\u0301Y\u0301", "\u10d0\u10d1",
         "\u0130stanbul", "\u0131", "ABC\u03a3", "\u03a3", "A\u03a3B", "A\u03a3.", "A\u00ad\u03a3", "\u03a3A", "1\u03a3", "\u1fb3 \u1fbc", "\U00010428\U00010400", "\u2170 \u24d0")
for w in words:
    print(*map(ascii, (w, w.title(), w.capitalize(), w.swapcase(), w.lower(), w.upper())), w.istitle(), w.title().istitle())
not_inverse = [hex(i) for i in range(0x600) if chr(i).swapcase().swapcase() != chr(i)]
print(len(not_inverse), not_inverse)
print([hex(i) for i in range(0x3000) if chr(i).title() != chr(i).upper()])
print([hex(i) for i in range(0x600) if len(chr(i).upper()) > 1], [hex(i) for i in range(0x2000) if len(chr(i).lower()) > 1])
for data in (b"hello wORLD x1y", b"\xe9a\xc9B", b"", b"they're"):
    print(data.title(), data.capitalize(), data.swapcase(), bytearray(data).title(), data.istitle())


class Own(str):
    def upper(self):
        return "never asked"


print(type(Own("ab cd").title()).__name__, Own("ab cd").title(), Own("ab").capitalize(), Own("aB").swapcase())
