# Subscripts with numbers and slices, repetition from both sides, contains, comparison with other types.
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

keys = [0, -1, 1, 100, -100, Index(0), True, 1.5, "x", None, (0,), 10**30, slice(None, None, -1), slice(1, 3), slice(None, None, 2), slice(5, 1, -2), slice(Index(0), Index(2)),
        slice("a"), slice(None, None, 0), slice(-2, None), slice(10**30), slice(None, -10**30, -1)]
for s in texts:
    for key in keys:
        show(lambda: s[key])
        show(lambda: s.__getitem__(key))
    for n in (0, 1, 2, -1, Index(2), 2.5, "x", None, -10**30):
        show(lambda: s * n)
        show(lambda: n * s)
        show(s.__mul__, n)
        show(s.__rmul__, n)
    for other in ("a", 3, None, b"a", ["a"]):
        for op in ("s + other", "other + s", "s < other", "s == other", "s != other", "other in s", "s - other", "s & other"):
            show(lambda: eval(op))
        show(s.__contains__, other)
        show(s.__add__, other)
        show(s.__eq__, other)
        show(s.__ge__, other)
show(lambda: "ab" * 10**30)
