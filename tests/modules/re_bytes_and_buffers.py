# Patterns of bytes, and texts that are not plain str or bytes.
import re
print(re.findall(rb"\w+", b"ab \xe9 cd"), re.sub(b"a", rb"<\g<0>>", b"banana"), re.split(b",", b"a,b,c"))
for text in (bytearray(b"one two"), memoryview(b"one two"), memoryview(b"xxone two")[2:]):
    m = re.match(rb"(\w+) (\w+)", text)
    print(m.groups(), type(m.group()), type(m.string), re.sub(b"o", b"0", text), re.split(b" ", text), re.findall(b"o", text))
class S(str):
    pass
s = S("hello")
m = re.match("h.*", s)
print(type(m.group()), type(m.string), type(re.sub("x", "y", s)), type(re.split("l", s)[0]), re.sub(S("l"), S(r"L\g<0>"), s))
print(re.sub(b"(a)", bytearray(rb"[\1]"), b"banana"), re.sub(b"a", memoryview(b"A"), b"banana"))
for args in (("a", b"a"), (b"a", "a"), ("a", 5), (b"a", None)):
    try:
        re.match(*args)
    except TypeError as e:
        print(e)
for args in (("a", b"x", "a"), (b"a", "x", b"a"), ("a", 5, "a"), ("(a)", r"\2", "a"), ("(a)", r"\g<x>", "a"), ("a", "\\", "a")):
    try:
        print(re.sub(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(re.escape("a.b*c-d e\n"), re.escape(b"\x00.z"), re.findall("(a)(b)?", "abaa"), re.findall("(a)|b", "ba"))
