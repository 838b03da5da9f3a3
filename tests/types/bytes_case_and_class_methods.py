# reference: 3.2.5.1
# capitalize, title, swapcase and the is... methods of bytes and bytearray look at ASCII only.
words = [b"", b"hello world", b"HELLO", b"Hello World", b"a1b2", b"they're bill's", b"123", b"\t\n ", b"\xe9t\xe9", b"ab\x80", b"x-y_z", b"1st"]
for w in words:
    print(w, w.capitalize(), w.title(), w.swapcase(), w.upper(), w.lower())
    print("  ", w.isalnum(), w.isalpha(), w.isascii(), w.isdigit(), w.islower(), w.isspace(), w.istitle(), w.isupper())
    b = bytearray(w)
    print("  ", b.capitalize(), b.title(), b.swapcase() == b, b.upper() is b, b.istitle(), type(b.lower()).__name__)
for i in range(256):
    c = bytes([i])
    flags = "".join("AaSdulst"[n] if f else "." for n, f in enumerate((c.isalnum(), c.isalpha(), c.isspace(), c.isdigit(), c.isupper(), c.islower(), c.isascii(), c.istitle())))
    print(flags, end=" " if i % 16 < 15 else "\n")
TABLE = """
b"a".upper(1)
b"a".isalpha(1)
b"a".title(x=1)
bytes.upper("a")
bytes.upper()
bytearray.upper(b"a")
b"a".isdecimal()
b"a".casefold()
b"a".format()
b"a".encode()
bytearray(b"a").isnumeric
bytes.isascii(bytearray())
b"abc".hex(), b"abc".hex("-"), b"abcd".hex(":", 2), b"abcde".hex(":", -2), b"".hex("-"), b"abc".hex(sep="_", bytes_per_sep=1), b"abc".hex("-", 0), b"abc".hex(b"-"), bytearray(b"ab").hex(" ")
b"abc".hex("--")
b"abc".hex("")
b"abc".hex("\\xe9")
b"abc".hex(1)
b"abc".hex("-", "x")
b"abc".hex(None)
bytes.fromhex("61 62  63"), bytes.fromhex(""), bytes.fromhex(" "), bytearray.fromhex("0aFF"), bytes.fromhex("\\t61\\n")
bytes.fromhex("6")
bytes.fromhex("6 1")
bytes.fromhex("zz")
bytes.fromhex("61z")
bytes.fromhex(b"61")
bytes.fromhex("61\\u20ac")
bytes.fromhex()
bytearray.fromhex("6g")
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
