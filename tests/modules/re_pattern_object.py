# Everything a compiled pattern can be asked: repr, equality, flags, arguments.
import re
for source, flags in (("a", 0), (b"a", 0), ("a", re.I | re.M), ("(?x)a # c", 0), ("a", re.A), ("a" * 300, 0), (b"a", re.L), ("'", re.S)):
    p = re.compile(source, flags)
    print(p, p.flags, p.groups)
a, b = re.compile("a(b)"), re.compile("a(b)")
print(a is b, a == b, hash(a) == hash(b), a == re.compile("a(b)", re.I), a == "a(b)", a != re.compile(b"a(b)"))
print(a.match("xab"), a.match("xab", 1), a.match("xab", pos=1, endpos=2), a.fullmatch("abc"), a.fullmatch("abc", 0, 2), a.search("xab", -5, 99))
print(re.compile("^b", re.M).search("a\nb", 2), re.compile("^b").search("ab", 1), re.compile("(?<=a)b").search("ab", 1), re.compile("b$").search("ab", 0, 2))
print(a.findall("abab", 1), [m.span() for m in a.finditer("abab", 0, 3)], a.split("1ab2ab3", 1), a.sub("-", "abab", 1), a.subn("-", "abab", count=5))
s = re.compile("a|(b)").scanner("abcab")
print([s.search() for _ in range(6)], s.pattern)
s = re.compile("[ab]").scanner("abcab", 0)
print([s.match() for _ in range(4)])
for call in (lambda: a.match(1), lambda: a.match(b"ab"), lambda: re.compile(b"a").match("a"), lambda: a.match("a", "b"), lambda: a.sub("x"),
             lambda: a.match(), lambda: type(a)(), lambda: re.compile(5), lambda: re.compile(a, re.I), lambda: a.match("a", 10**40)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(re.compile(a) is a, re.compile("a", re.UNICODE).flags == re.compile("a").flags)
import weakref
print(weakref.ref(a)() is a)
