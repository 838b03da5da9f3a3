b = b"Hello, World"
print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.count(b"l"))
print(b.split(b", "), b.partition(b","), b.replace(b"l", b"L"), b" x ".strip(), b"xxa".lstrip(b"x"), b"a b".split())
print(b.startswith(b"He"), b.endswith((b"x", b"d")), b.isalpha(), b"12".isdigit(), b"ab".islower(), b" ".isspace(), b"a1".isalnum())
print(b"-".join([b"a", bytearray(b"b")]), b"5".zfill(3), b"a".center(5, b"*"), b"a".ljust(3) + b"|", b"a\nb".splitlines())
print(b.translate(bytes.maketrans(b"lo", b"01")), b.translate(None, b"lo"), b"abc".removeprefix(b"a"), b"a\tb".expandtabs(4))
print(b"%s-%d-%r-%x" % (b"in", 5, "q", 255), b"%5.1f|%c" % (2.25, 65), b"caf\xc3\xa9".decode(), b.index(b"W"))
for f in (lambda: b.index(b"zz"), lambda: b.split(""), lambda: b"%s" % "str", lambda: b.find("x"), lambda: b.replace("a", "b")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
