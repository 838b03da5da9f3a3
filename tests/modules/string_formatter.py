# string.Formatter and the parsers behind it, without regular expressions.
import _string
for text in ("a{b}c", "{}", "{0[x].y!r:>{w}}", "{{}}", "x{{{a}}}y", "", "{a!s}", "{a:b:c}", "{a[}]}", "{", "}", "a{b", "{a!}", "{a!", "{a!rx}", "{a:{b}", "{a{b}}", "{a.b[c"):
    try:
        for piece in _string.formatter_parser(text):
            print(text, piece)
    except ValueError as e:
        print(text, "|", e)
for name in ("a", "0", "", "a.b", "a[b]", "0[1][x].y.z", "a[]", "a.", "a[b", "a[b]c", "a..b", "12345678901234567890", "a[007]", "x y.z"):
    try:
        first, rest = _string.formatter_field_name_split(name)
        print(repr(name), repr(first), list(rest))
    except ValueError as e:
        print(repr(name), "|", e)
for f in (_string.formatter_parser, _string.formatter_field_name_split):
    try:
        f(3)
    except TypeError as e:
        print(e)
