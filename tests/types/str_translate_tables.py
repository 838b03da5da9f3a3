# translate with dicts, lists, strings and objects; maketrans and what it refuses.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

texts = ["", "abc", "aaa", " \t a b\x0b\n", "ab\u1234cdab", "\U0001f600x", "a,b,,c"]

class Upper:
    def __getitem__(self, key):
        if key == 97:
            return "A"
        if key == 98:
            return None
        if key == 120:
            raise IndexError
        raise KeyError if key < 200 else ZeroDivisionError

class Missing(dict):
    def __missing__(self, key):
        return chr(key + 1)

tables = [{97: 98, 98: None, 99: "xyz", 0x1234: 0x10FFFF}, {97: 0x110000}, {97: -1}, {97: 1.5}, {97: b"x"}, {}, "x" * 200, ["z"] * 98, 3, None, Upper(), Missing({97: "q"}), {"a": "b"}, {97: True}]
for s in texts:
    for table in tables:
        show(s.translate, table)
for args in (("ab", "cd"), ("ab", "c"), ("a", "b", "c"), ({1: 2, "a": 3},), ({"ab": 1},), ({1.5: 1},), (3,), ("a", 3), (3, "a"), ("a", "b", 3), (), ("a",), ({}, "a"), ("aa", "bc"), ("", "", "xyz"), ({"\u1234": None},)):
    show(str.maketrans, *args)
show("abc".translate)
show("abc".translate, {}, {})
