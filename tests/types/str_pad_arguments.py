# center, ljust, rjust, zfill, strip, lstrip, rstrip.
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

texts = ["", "abc", "aaa", " \t a b\x0b\n", "ab\u1234cdab", "\U0001f600x", "a,b,,c"]

for s in texts + ["+5", "-abc", "\u0663"]:
    for args in ((5,), (5, "*"), (0,), (-5,), (7, "\u1234"), (5, "ab"), (5, ""), (5, 3), ("5",), (Index(6),), (5, b"*"), (), (1.5,), (6, "*", 1), (10**30,)):
        for name in ("center", "ljust", "rjust"):
            show(getattr(s, name), *args)
    for args in ((5,), (-5,), (Index(6),), ("x",), (), (1, 2)):
        show(s.zfill, *args)
    for args in ((), (None,), ("a",), ("ab \t",), ("",), (3,), (b"a",), ("\u1234x",), ("a", "b")):
        for name in ("strip", "lstrip", "rstrip"):
            show(getattr(s, name), *args)
