# replace: the empty text, limits, growing and shrinking, wider characters, identity of what stays the same.
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

for s in texts:
    for args in (("a", "b"), ("a", "\u1234"), ("", "-"), ("a", ""), ("ab", "x", 1), ("a", "b", 0), ("a", "b", -1), ("a", 3), (3, "a"), ("a",), ("a", "b", "c"), ("a", "b", Index(1)),
                 ("a", "b", 1, 2), ("", "\U0001f600", 2), ("\u1234", "x"), ("", ""), (None, "a"), ("a", None)):
        show(s.replace, *args)
s = "abc def"
pattern = "def"
print(s.replace(pattern, pattern) is s, s.replace("zz", "y") is s, s.replace("a", "b", 0) is s, type(Text("abc").replace("z", "y")), "".replace("", "x", 0))
print("\u1234a".replace("\u1234", "b").isascii(), "aaaa".replace("aa", "b"), "aaa".replace("", "-"), "aaa".replace("aaa", ""))
