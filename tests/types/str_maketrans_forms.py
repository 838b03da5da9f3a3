# str.maketrans with one, two and three arguments; what the table is, and what is refused.
def attempt(f):
    try:
        return ascii(f())
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: str.maketrans("abc", "xyz")), attempt(lambda: str.maketrans("", "")), attempt(lambda: str.maketrans("ab", "\u20ac\U0001f600", "zb")), sep="\n")
print(attempt(lambda: str.maketrans({"a": "b", 98: None, "c": 99, "d": "long text", 0x1F600: ""})), attempt(lambda: str.maketrans({})))
print(attempt(lambda: str.maketrans("aa", "xy")), attempt(lambda: str.maketrans("a", "x", "a")), attempt(lambda: str.maketrans("", "", "aeiou")))
for arguments in ((), ("abc",), ([("a", "b")],), ("ab", "x"), ("a", 5), (5, "a"), ("a", "b", 5), ({"ab": "x"},), ({1.5: "x"},), ({b"a": "x"},), ({"": "x"},), ({"a": 1}, "b"),
                  ("a", "b", "c", "d"), (None,), ({True: "x"},), ({-1: "x"},), ({"a": [1]},)):
    print(arguments, attempt(lambda: str.maketrans(*arguments)))
table = str.maketrans({"a": "1", "b": None, "c": 0x263A, "d": ""})
print(ascii("abcdef" * 2).translate(table), ascii("aabbccddee".translate(table)), ascii("xyz".translate({120: 121, 121: 122})), "".translate(table) == "")
print("read-only"[::-1].translate(str.maketrans("", "", "-")), "abc".translate([None] * 97 + ["A", "B"]), "abc".translate("x" * 98), "hello".translate(str.maketrans("lo", "01")))
for bad in ({97: 0x110000}, {97: -1}, {97: 1.5}, {97: b"x"}, 5, None, {97: object}):
    print(attempt(lambda: "abc".translate(bad)))


class Default(dict):
    def __missing__(self, key):
        if key > 100:
            raise LookupError("kept")
        return chr(key).upper() * 2


print("abcdefg".translate(Default()), "\u00e9\u20ac".translate({0xE9: "e", 0x20AC: "EUR"}), str.maketrans is str.maketrans, "instance".maketrans("a", "b"))
print(bytes.maketrans(b"ab", b"xy")[95:100], attempt(lambda: bytes.maketrans(b"a", b"xy")), attempt(lambda: bytearray.maketrans("a", "b")), b"aabbc".translate(bytes.maketrans(b"a", b"z"), b"b"))
