s = "aé中\U0001F600"
for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "ascii", "UTF_8"):
    try:
        b = s.encode(codec)
        print(codec, b, b.decode(codec) == s)
    except UnicodeEncodeError as e:
        print(e, e.start, e.end, e.object == s, e.reason)
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(errors, s.encode("ascii", errors))
for b in (b"\xff", b"\xc3", b"\xe4\xb8", b"\xed\xa0\x80", b"a\x80b", b"\xf5\x80\x80\x80"):
    try:
        b.decode()
    except UnicodeDecodeError as e:
        print(e)
    print(ascii(b.decode(errors="replace")), ascii(b.decode("utf-8", "ignore")), ascii(b.decode("utf-8", "surrogateescape")),
          b.decode(errors="backslashreplace"))
for f in (lambda: "x".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "\ud800".encode()):
    try:
        f()
    except (LookupError, UnicodeError) as e:
        print(type(e).__name__, e)
