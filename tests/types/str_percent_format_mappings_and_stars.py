# % formatting with mappings, stars, flags, and the errors of too few, too many and wrong arguments.
def attempt(form, arguments):
    try:
        return form % arguments
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


for form, arguments in (("%(a)s %(b)d", {"a": 1, "b": 2}), ("%(a)s", {}), ("%(a)s", (1,)), ("%(a)s", 5), ("%(a", {"a": 1}), ("%(a)", {"a": 1}), ("%()s", {"": "empty"}), ("%(a(b))s", {"a(b)": "nested"}), ("%(a)s %s", {"a": 1}), ("%s", {"a": 1}), ("plain", {"a": 1}), ("plain", []), ("plain", (1,)), ("plain", 5), ("plain", "x"), ("", ()),
                        ("%*d", (5, 42)), ("%-*d|", (5, 42)), ("%*d|", (-5, 42)), ("%.*f", (2, 3.14159)), ("%*.*f", (8, 1, 2.55)), ("%.*f", (-1, 2.5)), ("%*d", ("5", 42)), ("%*d", (5,)), ("%(a)*d", {"a": 1}), ("%**d", (1, 2, 3)), ("%*d", (5.0, 1)),
                        ("%s %s", (1,)), ("%s", (1, 2)), ("%s", ()), ("%s", ((1, 2),)), ("%s", [1, 2]), ("%d", "5"), ("%d", 2.9), ("%d", 1j), ("%i %u", (1, 2)), ("%x", 2.5), ("%x", "a"), ("%o", -8), ("%c", 65), ("%c", "A"), ("%c", "AB"), ("%c", -1), ("%c", 0x110000), ("%c", 2.0), ("%c", b"A"), ("%c", ""), ("%f", "1.5"), ("%e", None),
                        ("%", 1), ("%5", 1), ("%y", 1), ("100%", ()), ("%%", ()), ("%%", 1), ("%5%|", ()), ("%-5%|", ()), ("%l", 1), ("%ld %hd %Lf", (1, 2, 3.5)), ("%lld", 1), ("%\u20ac", 1), ("%s%", (1,)), ("%.3", 1),
                        ("%+d % d %05d %-5d|", (1, 2, 3, 4)), ("%+ d", 5), ("%-05d|", 5), ("%#x %#X %#o %#b", (255, 255, 8, 1)), ("%#x", -1), ("%#.3x", 5), ("%+.3d", 5), ("%08.3d", -5), ("%.0d", 0), ("%5.1s|", "abc"), ("%.0s|", "abc"), ("%5r %a", ("x", "\xe9")), ("%05s", "ab"), ("%.10r", "x" * 20),
                        ("%g %G %#g", (1e-5, 1e20, 1.0)), ("%e %.0e %#.0e", (12345.678, 5.0, 5.0)), ("%f %F", (float("inf"), float("nan"))), ("%+f %05f", (float("nan"), float("-inf"))), ("%.50g", 0.1), ("%d", True), ("%s", None), ("%d", 10**30), ("%#.30x", 10**20), ("%i", -0.9), ("%d", float("nan")), ("%d", float("inf"))):
    print(ascii(form), ascii(attempt(form, arguments)))


class Index:
    def __index__(self):
        return 10


class Int:
    def __int__(self):
        return 11


class Float:
    def __float__(self):
        return 1.25


print(attempt("%d", Int()), attempt("%x", Index()), attempt("%d", Index()), attempt("%x", Int()), attempt("%f", Float()), attempt("%d", Float()), attempt("%f", Index()), attempt("%c", Index()), attempt("%*d", (Index(), 1)))
