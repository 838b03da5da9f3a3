# % formatting of text: every conversion, flag, width and precision with values of every kind.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Float:
    def __float__(self):
        return 1.25
    def __repr__(self):
        return "Float()"

class Int:
    def __int__(self):
        return 7
    def __repr__(self):
        return "Int()"

class Index:
    def __index__(self):
        return 66
    def __repr__(self):
        return "Index()"

formats = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%#X", "%o", "%#o", "%i", "%u", "%e", "%E", "%.3e", "%f", "%.0f", "%#.0f", "%10.3f", "%010.3f", "%+f", "%g", "%.3g", "%#g", "%c", "%5c", "%s", "%10s", "%-10s|",
           "%.2s", "%r", "%a", "%5.1r", "%%", "%5%", "%z", "%", "%(a)s", "%(a)d %(b)s", "%*d", "%.*f", "%*.*f", "%ld", "%lld", "%.5d", "%#.5x", "%-#8x|", "%.0d", "%.f", "%s %s", "abc", "%b", "%99999999999d", "%.99999999999f",
           "%\u1234", "%(a", "%()s", "%(a)(b)s", "%+ d", "%0-5d|", "%*s"]
values = [(), 5, -5, 0, 10**20, 65, "a", "ab", 1.5, float("inf"), 1e100, None, (5,), (1, 2), (5, "x"), (10, 3, 1.5), {"a": 1, "b": 2}, ({"a": 1},), True, 1j, b"x", 0x110000, [1], (-7, 5), (5, -5.5), {}, {"": 3}, Index(), Float(), Int()]
for f in formats:
    for v in values:
        show(lambda: f % v)
