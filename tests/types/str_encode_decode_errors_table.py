# reference: 3.2.5.1
# Every error handler with every kind of broken text and bytes, in both directions.
handlers = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass", "nothing")
def t(f):
    try: return ascii(f())
    except Exception as e: return f"{type(e).__name__}: {ascii(str(e))}"
for h in handlers:
    print(h)
    for enc, s in (("ascii", "aé€"), ("latin-1", "é€😀"), ("utf-8", "a\ud800b"), ("utf-16-le", "\udc80"), ("utf-32-be", "\udfff"), ("ascii", "\udcff")): print("  ", enc, ascii(s), t(lambda: s.encode(enc, h)))
    for enc, b in (("ascii", b"a\xffb"), ("utf-8", b"a\xc3"), ("utf-8", b"\xe2\x82"), ("utf-8", b"\xed\xa0\x80"), ("utf-8", b"\xf5\x80"), ("utf-8", b"\xc0\x80x"), ("utf-16-le", b"a\x00\x00\xd8"), ("utf-16", b"\xff\xfea"), ("utf-32-le", b"\x00\x00\x11\x00")): print("  ", enc, b, t(lambda: b.decode(enc, h)))
