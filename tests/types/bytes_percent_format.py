# % formatting of bytes and bytearray: every conversion with values of every kind.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

class Bytes:
    def __bytes__(self):
        return b"B!"
    def __repr__(self):
        return "Bytes()"

class Number:
    def __float__(self):
        return 1.25
    def __repr__(self):
        return "Number()"

formats = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%i", "%u", "%e", "%.3f", "%g", "%c", "%5c", "%s", "%10s", "%.2s", "%b", "%-4b|", "%r", "%a", "%%", "%z", "%", "%(a)s", "%(a)d %(b)b",
           "%*d", "%.*f", "%s %s", "abc", "%.99999999999f", "%99999999999d", "%ld", "%5%", "%(a"]
values = [(), 5, -5, 0, 10**20, 65, 300, -1, b"a", b"ab", "a", 1.5, float("inf"), None, (5,), (1, 2), (5, "x"), (10, 3), {b"a": b"1", b"b": b"2"}, {b"a": 7}, {"a": 1}, True, 1j, Bytes(), Number(), bytearray(b"q"),
          [1], (b"x", b"y")]
for f in formats:
    for v in values:
        show(lambda: f.encode() % v)
show(lambda: bytearray(b"%s-%d") % (b"x", 3))
show(lambda: type(bytearray(b"%d") % 1))
