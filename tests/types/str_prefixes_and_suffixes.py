# startswith, endswith, removeprefix, removesuffix, partition, rpartition.
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

class Text(str):
    pass

bounds = [(1,), (1, 2), (-3,), (None, 2), (5, 2), (100,), (-100, 100), (Index(1), Index(3)), ("x",), (1.5,)]
for s in texts:
    for part in ("", "a", "ab", "abc", "b", "\u1234", Text("a"), None, 3, b"a", ("a", "b"), ("x", "c"), ("a", 3), (3, "a"), ()):
        for name in ("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"):
            show(getattr(s, name), part)
    for b in bounds:
        for part in ("a", "", ("b", "c")):
            show(s.startswith, part, *b)
            show(s.endswith, part, *b)
