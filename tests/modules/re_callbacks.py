# re.sub with a function: it may fail, search itself, and look at the match.
import re
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1 b22 c333"))
print(re.sub(r"(?P<word>\w)(\d)?", lambda m: m["word"].upper() + (m[2] or "-"), "a1b2c"))
print(re.sub("x", lambda m: None, "axbx"), re.subn("b*", lambda m: f"<{m.start()}-{m.end()}>", "abbc"))

def nested(m):
    return re.sub("a", lambda n: f"({m.start()}{n.start()})", m[0])
print(re.sub(r"[ab]+", nested, "aab c ba"))

def failing(m):
    if m.start() > 1:
        raise LookupError(m.group())
    return "!"
try:
    re.sub("a", failing, "aaaa")
except LookupError as e:
    print("LookupError", e)
for bad in (3, [1], object):
    try:
        print(re.sub("a", lambda m: bad, "xay"))
    except TypeError as e:
        print(e)
class Repl:
    def __call__(self, m):
        return f"[{m.lastindex},{m.lastgroup},{m.pos},{m.endpos}]"
print(re.sub(r"(?P<one>a)|(?P<two>b)", Repl(), "abc", count=2))
print([m.span() for m in re.finditer("", "ab")], [m.group() for m in re.finditer(r"\w*", "ab cd")])
