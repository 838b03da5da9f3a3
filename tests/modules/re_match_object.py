# Everything a match can be asked.
import re, copy
m = re.search(r"(?P<first>\w+) (?P<last>\w+)?(x)?", "-- Ada Lovelace --", re.I)
print(m, m.group(), m.group(0), m.group(1, "last", 3), m["first"], m[2], m[3])
print(m.groups(), m.groups("?"), m.groupdict(), m.groupdict(default=0), m.regs)
print(m.start(), m.end(), m.span(), m.start("last"), m.end(3), m.span(3), m.lastindex, m.lastgroup)
print(m.pos, m.endpos, m.string, m.re.pattern, m.re.groups, m.re.groupindex, m.re.flags)
print(m.expand(r"\2, \1 \g<first>|\g<3>|"), bool(m), copy.copy(m) is m, copy.deepcopy(m) is m)
class Two:
    def __index__(self): return 2
print(m.group(Two()), m[True])
for bad in (4, -1, "no", 1.5, None, 10**30, []):
    try:
        m.group(bad)
    except Exception as e:
        print(repr(bad), type(e).__name__, e)
for call in (lambda: m.expand(5), lambda: m.start("z"), lambda: m.expand(r"\9"), lambda: type(m)(), lambda: m.nothing):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(re.match("(a)|b", "b").group(1), re.match("(a)|b", "b").span(1), type(m), re.Match[str], re.Pattern[bytes])
