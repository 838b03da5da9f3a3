"""Codecs of one byte a character: cp1251, koi8-r, iso-8859-15 and others, by names, errors, incrementally, in files and sources."""
import codecs
import io
import os
import tempfile

russian = "Привет, мир"
for name in "cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic", "KOI8_U":
    data = russian.encode(name)
    print(name, data, data.decode(name) == russian, codecs.lookup(name).name)
print("\u20ac\u0160".encode("iso-8859-15"), "\u20ac".encode("cp1252"), b"\xa4".decode("latin9"), b"\xa4".decode("iso8859-1"), b"\x80\x9f".decode("cp1250", "replace"))
print("stra\u00dfe".encode("cp437"), b"\xe1".decode("cp850"), "\u03b1".encode("cp1253"), "\u05d0".encode("cp1255"), "\u0e01".encode("tis-620"), "a".encode("cp037"))
for f in (lambda: "\u20ac".encode("koi8-r"), lambda: b"\x98".decode("cp1251"), lambda: "ab\u4e00\u4e01c".encode("cp1251"), lambda: "x".encode("no-such"),
          lambda: b"".decode("hex"), lambda: "\u4e00".encode("ascii", "nope")):
    try:
        print(f())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
for handler in "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace":
    print("a\u4e00\u20acz".encode("cp1251", handler), end=" ")
print(b"a\x98z".decode("cp1251", "ignore"), b"a\x98z".decode("cp1251", "replace"), b"a\x98z".decode("cp1251", "backslashreplace"), b"a\x98z".decode("cp1251", "surrogateescape").encode("cp1251", "surrogateescape"))
codecs.register_error("dots", lambda error: ("." * (error.end - error.start), error.end))
print("a\u4e00\u4e01b".encode("koi8-r", "dots"), b"a\x98b".decode("cp1251", "dots"))
decoder = codecs.getincrementaldecoder("koi8-r")()
print(decoder.decode(b"\xf0\xd2"), decoder.decode(b"\xc9", True), codecs.getincrementalencoder("cp866")().encode(russian[:3]))
reader = codecs.getreader("cp1251")(io.BytesIO("а\nб\n".encode("cp1251")))
print(reader.readlines(), list(codecs.iterdecode([b"\xe0", b"\xe1"], "cp1251")), codecs.encode("abc", "rot13"), codecs.decode(b"YQ==", "base64"))
print(codecs.charmap_encode("ab", "strict", {97: 65, 98: b"xy"}), codecs.charmap_decode(b"\x00\x01", "strict", "\u20acz"), codecs.charmap_build("ab" * 128).__class__.__name__)
table = codecs.make_encoding_map({1: 97, 2: 98})
print(table, codecs.make_identity_dict(range(3)), "abc".translate({97: "x"}))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f.txt")
    with open(path, "w", encoding="koi8-r") as f:
        f.write(russian + "\n")
        print(f.encoding)
    with open(path, "rb") as f:
        print(f.read())
    with open(path, encoding="koi8-r") as f:
        print(f.readline().strip())
    with open(path, encoding="cp1251") as f:
        print(f.read().strip())
    for name, text in ("iso-8859-15", "# -*- coding: iso-8859-15 -*-\nx = '\u20ac'\n"), ("cp1251", "# coding: cp1251\nx = 'Я'\n"), ("latin9", "# coding: latin9\nx = '\u20ac'\n"):
        source = text.encode(name)
        space = {}
        exec(compile(source, "s.py", "exec"), space)
        print(name, space["x"])
try:
    compile(b"# coding: nope\n", "s.py", "exec")
except SyntaxError as error:
    print(error)
class Shift(codecs.Codec):
    def encode(self, text, errors="strict"):
        return bytes(ord(c) + 1 for c in text), len(text)

    def decode(self, data, errors="strict"):
        return "".join(chr(b - 1) for b in bytes(data)), len(data)


codecs.register(lambda name: codecs.CodecInfo(Shift().encode, Shift().decode, name="shift") if name == "shift" else None)
print("HAL".encode("shift"), b"IBM".decode("shift"))
print(b"".decode("no-such"), "b\u00fccher".encode("punycode"))
