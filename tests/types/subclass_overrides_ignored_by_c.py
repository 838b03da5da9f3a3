# reference: 3.3.7
# Which overridden methods the built-in functions and types ask of a subclass, and which they pass by.
class L(list):
    def __len__(self):
        return 99

    def __getitem__(self, i):
        return f"item {i}"

    def __iter__(self):
        return iter("iterated")


class D(dict):
    def __getitem__(self, key):
        return f"got {key}"

    def keys(self):
        return ["keys", "asked"]

    def __iter__(self):
        return iter(["it", "er"])

    def get(self, *a):
        return "get"


class S(str):
    def __str__(self):
        return "str asked"

    def __repr__(self):
        return "repr asked"

    def __len__(self):
        return 50

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __format__(self, spec):
        return f"format {spec!r}"


class I(int):
    def __int__(self):
        return 100

    def __index__(self):
        return 200

    def __str__(self):
        return "I str"

    def __float__(self):
        return 300.5

    def __bool__(self):
        return False


l, d, s, i = L([1, 2]), D(a=1), S("text"), I(3)
print(len(l), list(l), [*l], tuple(l), l[0], l[0:1], sorted(l), l + [0], [0] + l, l.copy(), max(l), 1 in l, "i" in l, reversed(l).__next__(), l.index(2), repr(l), set(l) == set("iterated"), ",".join(l), sum(L([1, 2]), start=0) if False else "")
a, *rest = l
print(a, len(rest), (lambda *a: len(a))(*l), bytes(type("LB", (list,), {"__iter__": lambda s: iter([7])})()), list(enumerate(l))[0], list(zip(l))[0])
print(d["a"], dict(d), {**d}, list(d), {} | d, (lambda **k: k)(**{"a": 2}), "%(zz)s" % d, "{zz}".format_map(d), eval("a", {}, d), repr(d), len(d), "a" in d, d.setdefault("a"), d.pop("a"))
print(s, repr(s), len(s), str(s), f"{s}", f"{s!s}", f"{s:>9}", "%s" % s, "{}".format(s), s + "!", ",".join([s]), s.upper(), s == "other", "other" == s, "text" in {s}, s[0], s.encode(), [s], ascii(s), s.center(8), int(S("5")), s in ["zzz"])
print(int(i), i + 0, [0] * i, "abcdefg"[i] if False else "", range(10)[I(4)], f"{i}", f"{i:d}", "%d" % i, "%s" % i, str(i), float(i), bool(i), not i, hex(i), round(I(5)), divmod(i, 2), complex(I(2)), bytes(I(2)), chr(I(65)), list(range(I(3))), I(7) == 7, hash(i))
