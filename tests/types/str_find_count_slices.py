# reference: 3.2.5.1
# find, index, rfind, rindex, count, startswith, endswith: every bound, empty needles, negative and huge indices.
text = "abracadabra"
for name in "find rfind count startswith endswith".split():
    for args in (("a",), ("abra",), ("",), ("", 5), ("", 11), ("", 12), ("", 5, 4), ("a", 1), ("a", -1), ("a", -100, 100), ("a", None, None), ("a", None, 3), ("a", 3, None), ("abra", 1, -1), ("x",), ("abracadabrax",), ("", 11, 11), ("", 100), ("a", 10**30), ("a", -10**30), ("a", 2, -10**30), ("a", True)):
        print(name, args, getattr(text, name)(*args), getattr(text.encode(), name)(*[x.encode() if isinstance(x, str) else x for x in args]))
class I:
    def __index__(self): return 3
print(text.find("a", I()), text.count("a", I(), I()), text.startswith("acad", I()))
TABLE = """
text.index("zz")
text.rindex("zz")
text.index("a", 20)
text.encode().index(b"zz")
text.encode().rindex(b"zz")
text.encode().index(300)
text.encode().find(-1)
text.encode().find(97), text.encode().count(97), text.encode().rfind(97), text.encode().find(98.0)
text.find()
text.find(1)
text.find("a", 1.5)
text.find("a", "1")
text.find("a", 1, 2, 3)
text.find(sub="a")
text.count()
text.count(b"a")
text.startswith(("x", "ab")), text.endswith(("x", "bra")), text.startswith(()), text.startswith(("a",), 1), text.startswith(("b", "a"), 7, 9)
text.startswith(["a"])
text.startswith(("a", 1)), 1
text.startswith(("x", 1))
text.endswith(1)
text.endswith((1,))
text.startswith()
text.startswith("a", "b")
text.encode().startswith("a")
text.encode().startswith((b"x", "a"))
text.encode().endswith((b"x", bytearray(b"a"))), text.encode().startswith(memoryview(b"ab"))
text.encode().startswith(97)
"\xe9\u20ac\U0001f600\xe9".find("\xe9", 1), "\xe9\u20ac".find("\U0001f600"), "abc".find("\u20ac"), "\u20acabc".find("abc"), "\U0001f600a".rfind("a"), "\xe9\xe9\xe9".count("\xe9\xe9")
"aaaa".count("aa"), "aaaa".count("a"), "".count(""), "abc".count(""), "".find(""), "".rfind(""), "".index(""), "abc".rfind(""), "abc".rindex("", 1, 2)
("ab" * 50 + "c").find("abc"), ("a" * 100 + "b").find("a" * 50 + "b"), ("a" * 100).rfind("b" + "a" * 20), ("ab" * 1000).count("ba"), ("x" * 3000 + "y" * 5).find("xyyyyy")
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
