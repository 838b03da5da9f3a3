# reference: 6.7
# The % operator of str: every conversion, flag, width and precision, mapping keys, and every error.
class I:
    def __index__(self): return 7
    def __int__(self): return 8
class F:
    def __float__(self): return 2.5
class S:
    def __str__(self): return "str"
    def __repr__(self): return "repr\xe9"
for v in (0, 5, -5, 255, 10**20, -10**20, True):
    print([f % v for f in ("%d", "%i", "%u", "%x", "%X", "%o", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%.3d", "%8.3d", "%-8.3d|", "%08.3d", "%#x", "%#X", "%#o", "%#08x", "%-#8x|", "%+x", "%.0d", "%ld", "%hd", "%Ld", "%s", "%r", "%5s", "%e", "%f", "%g", "%.2f", "%a")])
for v in (0.0, 1.5, -1.5, 1e20, 1e-5, float("inf"), float("nan"), 123456.789):
    print([f % v for f in ("%e", "%E", "%f", "%F", "%g", "%G", "%.0f", "%.3e", "%10.2f", "%-10.2f|", "%010.2f", "%+.1f", "% .1f", "%#.0f", "%#g", "%.10g", "%s", "%r", "%d" if v - v == 0 else "%s")])
TABLE = """
"%s %r %a" % (S(), S(), S()), "%s" % "x", "%s" % (("t",),), "%s %s" % ("a", 1), "%.2s|%5.1s|%-5s|" % ("abc", "abc", "a"), "%c%c%c" % ("a", 98, "\\u20ac"), "%5c|%-5c|" % ("a", 98)
"%d %x %f" % (I(), I(), F()), "%d" % 3.99, "%d" % -3.99, "%i" % True, "%%", "%%" % (), "100%%" % {}, "%5%|" % ()
"%(a)s %(b)d %(a)r" % {"a": 1, "b": 2}, "%(a)5.1f|" % {"a": 2}, "%()s" % {"": "empty"}, "%(a(b)c)s" % {"a(b)c": 1}, "%(x)s%%" % {"x": 5}, "%s" % {"a": 1}, "%(a)s" % {"a": (1, 2)}
"%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 1, 2.55), "%*d|" % (-5, 1), "%.*d" % (-1, 5) if 1 else 0
"%d" % "x"
"%d" % None
"%d" % 1j
"%d" % float("inf")
"%d" % float("nan")
"%x" % 1.5
"%o" % "8"
"%x" % F()
"%f" % "x"
"%f" % None
"%e" % 1j
"%f" % 10**400
"%c" % "ab"
"%c" % ""
"%c" % 0x110000
"%c" % -1
"%c" % 1.5
"%c" % None
"%c" % I()
"%s"  % ()
"%s %s" % (1,)
"%s %s" % 1
"%s" % (1, 2)
"x" % 1
"x" % (1,)
"x" % [1], "x" % {}, "x" % (), "x" % "s" if 0 else 0
"x" % "str"
"%d %d" % {"a": 1}
"%(a)s" % 1
"%(a)s" % (1,)
"%(a)s" % [1]
"%(b)s" % {"a": 1}
"%(a" % {"a": 1}
"%(a)" % {"a": 1}
"%(a)s %s" % {"a": 1}
"%s %(a)s" % {"a": 1}
"%" % 1
"%5" % 1
"%y" % 1
"%b" % 1
"%\\u20ac" % 1
"%-" % 1
"%.%" % 1
"%*d" % ("x", 1)
"%*d" % (1.5, 1)
"%.*f" % ("x", 1)
"%*d" % (5,)
"%99999999999999999999d" % 1
"%.99999999999999999999d" % 1
"%.2147483648d" % 1
"%l" % 1
"%lld" % 1
"%s" % S, 1
"abc %s" .__mod__(5), "abc %s".__mod__((1,)), "%s".__rmod__("a"), "%s".__rmod__(5)
"%s" % b"ab", b"%s" % b"ab", b"%d %x" % (5, 255), b"%a" % "\\xe9", b"%c%c" % (65, b"B"), b"%b" % bytearray(b"q"), b"%r" % 5, b"%(k)s" % {b"k": b"v"}, b"%5.1f|" % 2.55
b"%s" % "str"
b"%s" % 5
b"%b" % None
b"%c" % 256
b"%c" % b"ab"
b"%c" % "a"
b"%d" % "x"
b"%(k)s" % {"k": b"v"}
b"%y" % 1
b"%s %s" % (b"a",)
bytearray(b"%d") % 5, bytearray(b"%s") % b"x"
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
