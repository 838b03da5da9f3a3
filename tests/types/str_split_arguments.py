# split, rsplit, splitlines, expandtabs: separators, limits, keywords, line ends of Unicode.
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

texts = ["", "abc", " \t a b\x0b\n", "a,b,,c", "one\r\ntwo\rthree\x85four\u2028five\x1csix\n", "\u2003x\u3000y\xa0z", "tab\tx\ty\n\tz", "aXbXXc"]
for s in texts:
    for args in ((), (None,), (",",), ("X",), ("XX",), ("",), (None, 1), (" ", 1), ("a", 0), ("X", -1), ("X", Index(1)), ("X", 1), ("a", "b"), (3,), (b"X",), (",", 1, 2)):
        show(s.split, *args)
        show(s.rsplit, *args)
    for kwargs in ({"sep": "X"}, {"maxsplit": 1}, {"sep": ",", "maxsplit": 2}, {"foo": 1}, {"maxsplit": None}):
        show(s.split, **kwargs)
        show(s.rsplit, **kwargs)
    for args in ((), (True,), (False,), (3,), ("",), (None,), (1, 2)):
        show(s.splitlines, *args)
    show(s.splitlines, keepends=True)
    for args in ((), (4,), (0,), (-1,), (Index(3),), ("x",), (1.5,), (1, 2), (10**20,)):
        show(s.expandtabs, *args)
    show(s.expandtabs, tabsize=3)
