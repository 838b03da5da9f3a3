"""Alternatives that begin with groups, repeats and sets; categories of every kind of character; ends of the text."""
import re

TOKENS = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<name>[^\W\d]\w*)|(?P<op>[-+*/]=?)|(?P<gap>\s+)|(?P<other>.)", re.S)
for text in ("x1 = 3.5*y\x1c-=_é\xa0٣!", "", "\n", "9"):
    print([(m.lastgroup, m[0]) for m in TOKENS.finditer(text)])

PATTERNS = [r"a|", r"(a)|(b)|$", r"(?:a{0}|b)c", r"(a*)|b", r"(a+)|b|(?=c)", r"(?:(a)|b)*", r"(x)?(?:(?<=a)b|(a))", r"[^a]|(ab)",
            r"a+?|b", r"(?i:(A)|b)c", r"(?>a|ab)c", r"a++|b", r"(?:a|ab)(?:c|bcd)(?:d*)", r"[z-za]|b", r"(\W)|\s|\d", r"\Z|a", r"(?!a)|a"]
for pattern in PATTERNS:
    for text in ("", "a", "b", "abcd", "aab", "C c", "\n"):
        found = [(m.span(), m.groups(), m.lastindex) for m in re.finditer(pattern, text)]
        print(pattern, repr(text), found, bool(re.fullmatch(pattern, text)), bool(re.match(pattern, text)))

CLASSES = [r"\d", r"\D", r"\s", r"\S", r"\w", r"\W", r"[\d_]", r"[^\s\d]", r"[\w.-]", r"[^\w.-]", r"[b-y]", r"[^b-y]", r"[\W]", r"\b", r"\B"]
EVERY = "".join(map(chr, range(0x180))) + "\u0660\u2003\u3000\uff10\u4e00"
for name in CLASSES:
    for flags in (0, re.A, re.I):
        print(name, flags, sum(hash(m.start()) * (k + 1) for k, m in enumerate(re.finditer(name, EVERY, flags))))
    if name.isascii():
        print(sum(m.start() * (k + 1) for k, m in enumerate(re.finditer(name.encode(), bytes(range(256))))))
