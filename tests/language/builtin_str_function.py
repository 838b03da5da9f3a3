# reference: str()
# str of objects, of bytes with encodings, subclasses; buffer errors.
class S(str): pass
class O:
    def __str__(s): return S("from __str__")
print(str(), str(5), str(None), str(b"a"), str(b"\xc3\xa9", "utf-8"), str(bytearray(b"a"), "ascii"), str(memoryview(b"m"), encoding="latin-1"), str(b"\xff", errors="replace"), str(b"\xff", "utf-8", "ignore") == "", str(object="o") if 0 else "", str(S("sub")).__class__.__name__, type(str(O())).__name__, str("x") is "x" if 0 else "", S(5), S(b"a", "ascii"), str(object=1.50))
x = "".join(["a", "b"])
print(str(x) is x, S(x) is x, str([1, "a"]), str({"k": 'v"'}), str(1e16), str(1e-5), str(True), str(...), str(int), str(ValueError("msg")), str(KeyError("k")), str(OSError(2, "no")), str(ValueError(1, 2)), str(ValueError()))
for f in (lambda: str(5, "ascii"), lambda: str("a", "ascii"), lambda: str("a", errors="x"), lambda: str(b"\xff", "ascii"), lambda: str(b"a", "nope"), lambda: str(b"a", 5), lambda: str(b"a", "ascii", 5), lambda: str(1, 2, 3, 4), lambda: str(foo=1), lambda: str(type("B", (), {"__str__": lambda s: 5})()), lambda: str(type("B", (), {"__str__": None})()), lambda: str(None, "ascii"), lambda: str([], encoding="utf-8"), lambda: str(encoding="utf-8"), lambda: str(errors="x"), lambda: str.__new__(int), lambda: str.__new__(S, "n").__class__, lambda: str(b"\x80", "utf-8"), lambda: str(b"abc\xe9", "ascii", "backslashreplace"), lambda: str(b"\xed\xa0\x80", "utf-8")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
