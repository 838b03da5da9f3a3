# reference: format()
# Presentation of str, None, lists, types and objects without a __format__ of their own.
class Plain:
    def __str__(self): return "plain"
class Own:
    def __format__(self, spec): return f"<{spec!r}>"
class Bad:
    def __format__(self, spec): return 5
class Raises:
    def __format__(self, spec): raise KeyError(spec)
class S(str): pass
class SF(str):
    def __format__(self, spec): return "SF" + spec
TABLE = """
[format("abc", s) for s in ("", "s", "5", "<5", ">5", "^5", "^6", "*^7", ".2", "5.2", ">5.1s", "05", "0>5", "x<5", ".0", "10.10s", "\\u20ac^9")]
format("abc", "d")
format("abc", "=5")
format("abc", "+")
format("abc", " ")
format("abc", "-5")
format("abc", ",")
format("abc", "_")
format("abc", "#")
format("abc", "z")
format("abc", "5x")
format("abc", ".x")
format("abc", ".")
format("abc", "<")
format("\\U0001f600\\xe9", "*^6"), format("", "3"), format("", "*<3"), format("abc", "2"), format("a\\0b", "5")
format(None), format(None, "")
format(None, "5")
format(None, "s")
format([1], "5")
format([1])
format({}, "x")
format(object, "5")
format(int), format(type(None))
format(Plain()), format(Own()), format(Own(), "q"), f"{Own():{'n'}{5}}", "{:{}}".format(Own(), "z")
format(Plain(), "5")
format(Bad())
format(Raises(), "s")
"{:x}".format(Bad())
f"{Bad()}"
"{}".format(Raises())
format(S("abc"), "5"), type(format(S("abc"), "")).__name__, format(SF("a"), "z"), "%s" % SF("b"), f"{SF('c')}", str.format("{:q}", SF("d"))
format("abc", S(">5")), format(5, S("x")), format(Own(), S("spec"))
format(1, 2, 3)
format()
format(b"ab"), format(bytearray(b"a")), format(range(3)), format((1,)), format({1}), format(...), format(slice(1)), format(1j, ">5"), format(NotImplemented)
format(b"ab", "5")
format(..., "x")
format(range(3), ">9")
object.__format__(5, "")
object.__format__(5, "x")
object.__format__(Plain(), "")
str.__format__("a")
"a".__format__(5)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
