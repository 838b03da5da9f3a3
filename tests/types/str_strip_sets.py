# reference: 3.2.5.1
# strip, lstrip and rstrip take a set of characters; what counts as space.
import sys
SPACES = [c for c in range(sys.maxunicode + 1) if chr(c).isspace()]
print([hex(c) for c in SPACES])
print(all(not chr(c).strip() for c in SPACES), "".join(map(chr, SPACES)).split())
text = "".join(map(chr, SPACES)) + "x y" + "".join(map(chr, SPACES))
print(text.strip(), len(text.lstrip()), len(text.rstrip()), len(text.strip(None)))
TABLE = """
"xxabcxx".strip("x"), "xxabcxx".lstrip("x"), "xxabcxx".rstrip("x"), "abcba".strip("ab"), "abcba".strip("ba"), "mississippi".rstrip("ipz"), "abc".strip("")
"\xe9abc\xe9".strip("\xe9"), "\u20acabc\u20ac".strip("\u20aca"), "\U0001f600x\U0001f600".strip("\U0001f600"), "abc".strip("\U0001f600c"), "\xe9\u20ac\U0001f600".strip("\u20ac\xe9")
"".strip(), "   ".strip(), "   ".lstrip(), " a b ".strip(), "\\x1c\\x1d a \\x1e\\x1f".strip(), "\\u200b a".strip(), "\\ufeffa".strip(), "\\x00 a \\x00".strip()
"abc".strip(1)
"abc".strip(b"a")
"abc".strip(["a"])
"abc".strip("a", "b")
"abc".strip(chars="a")
"abc".lstrip(5)
"abc".rstrip(5)
b"  ab \\t\\n\\x0b\\x0c\\r".strip(), b"xxaxx".strip(b"x"), b"abc".strip(bytearray(b"ac")), b"abc".strip(memoryview(b"a")), bytearray(b" a ").strip(), b" a ".lstrip(None), b"\\x85a\\xa0".strip(), b"\\x1ca".strip()
b"abc".strip("a")
b"abc".strip(97)
b"abc".strip(b"a", b"b")
bytearray(b"abc").rstrip("c")
bytearray(b"abc").lstrip(1.5)
"abcabc".removeprefix("abc"), "abcabc".removesuffix("abc"), "abc".removeprefix("abcd"), "abc".removeprefix(""), "abc".removesuffix(""), "abc".removesuffix("abc"), "\xe9a".removeprefix("\xe9")
"abc".removeprefix(("a", "b"))
"abc".removeprefix()
"abc".removesuffix(1)
b"abc".removeprefix(b"a"), b"abc".removesuffix(bytearray(b"c")), bytearray(b"abc").removeprefix(b"ab")
b"abc".removeprefix("a")
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
s = "abc"
print(s.strip("x") is s, s.strip() is s, s.removeprefix("x") is s, s.removesuffix("") is s)
b = b"abc"; a = bytearray(b"abc")
print(b.strip() is b, b.strip(b"x") is b, a.strip() is a, b.removeprefix(b"x") is b)
