# find, rfind, index, rindex, count: what is searched for, and starts and ends of every kind.
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

bounds = [(1,), (1, 2), (-3,), (0, -1), (None, 2), (None, None), (5, 2), (100,), (-100, 100), (Index(1), Index(3)), ("x",), (1, "x"), (1.5,), (10**30,)]
for s in texts:
    for name in ("find", "rfind", "index", "rindex", "count"):
        method = getattr(s, name)
        for sub in ("", "a", "ab", "\u1234", "x", None, 3, b"a"):
            show(method, sub)
        for b in bounds:
            show(method, "a", *b)
            show(method, "", *b)
        show(method)
        show(method, "a", 1, 2, 3)
