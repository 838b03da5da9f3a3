"""Repeats of one character before a character they do not take, before a group again, and at places that rule most starts out."""
import re

TEXT = "ab.c-d@e.fg@@ x1-22_3 the cat@\nthat@sat-on.a@mat"
for pattern in (r"[\w.-]+@[\w-]+(?:\.[\w-]+)+", r"[\w.-]+@", r"(\w+)@(\w)", r"\w{2}@", r"\w{1,2}@", r"\w*@", r"\w+?@", r"\w++@", r"[^@]+@",
                r"\b[a-z]+\b", r"\B\w+@", r"^\w+", r"(?m)^\w+", r"\s*[@.]\s*", r"(\w)(?=\w*\1)", r"(\w*)-\1", r"(x)?\w*\1", r"\d*x", r"(?i)\w+T", r".+@", r"(?s).+@"):
    compiled = re.compile(pattern)
    print(pattern, [m.span() for m in compiled.finditer(TEXT)], compiled.split(TEXT, 2)[-1][-5:], compiled.search(TEXT, 9, 12), compiled.fullmatch("a@"))
long = "a" * 5000
print(re.match("(?:a|b)*", long).end(), re.search("(?:a|b)*c", long), re.fullmatch("(a|b)+", long).span(1), len(re.findall("a+(?=b)|a", long)))
scanner = re.compile("(?:a|b){300}").scanner(long)
print([scanner.search().span() for _ in range(3)], [scanner.match().span() for _ in range(2)], sum(1 for m in re.finditer("(?:a|b){100}", long)))
it = re.finditer("b", "abab")
print(next(it), next(it), next(it, None), next(it, None))
