# Methods of str subclasses answer exact strings; constructors and conversions keep the class.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Text(str):
    def __str__(self):
        return "from __str__"

class Plain(str):
    pass

s = Plain("abc")
for call in ("s.upper()", "s[:]", "s[0]", "s[0:3]", "s.strip()", "s.replace('z', 'y')", "s + ''", "'' + s", "s * 1", "s.center(1)", "s.ljust(3)", "s.zfill(2)", "s.expandtabs()", "s.translate({})",
             "s.format()", "s % ()", "s.partition('x')[0]", "s.split('x')[0]", "s.splitlines()[0]", "s.removeprefix('x')", "s.casefold()", "s.title()", "str(s)", "format(s)", "f'{s}'", "s.join(['a'])",
             "Plain(s)", "Plain('x', )", "Plain(b'x', 'ascii')", "Plain()", "Plain(5)", "Plain(object='q')", "s.lower()", "s.swapcase()", "s.capitalize()", "s.lstrip()", "s.rjust(2)", "s.encode()"):
    value = eval(call)
    print(call, type(value), value)
t = Text("abc")
print(str(t), repr(t), format(t), f"{t}", f"{t!s}", "%s" % t, "{}".format(t), "".join([t]), t == "abc", len(t), Text(t) == "from __str__", Plain(t))
for args in ((1, 2, 3, 4), (1, 2), ("a", "utf8"), (5, "utf8"), (b"a", "utf8", 3), (b"a", 3), (b"a", "none")):
    show(str, *args)
    show(Plain, *args)
for kwargs in ({"object": 5}, {"encoding": "ascii"}, {"errors": "strict"}, {"object": b"a", "encoding": "ascii"}, {"x": 1}, {"encoding": 3}):
    show(str, **kwargs)
show(str, b"abc", errors="ignore")
show(str, memoryview(b"abc"), "ascii")
show(str, bytearray(b"abc\xff"), "ascii", "replace")
print(s.__getnewargs__(),  Plain("a").__class__("b"))
