# Modules string, textwrap, difflib, calendar, graphlib, sched, tomllib and configparser.
import calendar
import configparser
import difflib
import graphlib
import io
import sched
import string
import textwrap
import tomllib


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(string.ascii_letters, string.punctuation, repr(string.whitespace), string.capwords("a bC  d"))
t = string.Template("$who likes ${what}, $$5 $none")
print(t.safe_substitute(who="x", what="y"), t.get_identifiers(), string.Template("$a").substitute({"a": 1}), t.is_valid(), string.Template("$").is_valid())
fails(t.substitute, who="x")
fails(string.Template("a $ b").substitute)
f = string.Formatter()
print(f.format("{0} {x[1]} {0!r:>5}", "a", x=[1, 2]), list(f.parse("a{b!r:c}d")), f.vformat("{}{}", ("x", "y"), {}))
text = "The quick brown fox jumped over the lazy dog's back, and then some more-hyphenated words followed.\n\n  indented"
print(textwrap.wrap(text, 30), textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 40), repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.indent("a\n\nb", "> ")))
print(textwrap.wrap("x" * 25, 10), textwrap.wrap("aa bb cc dd", 6, max_lines=1, placeholder="…"), textwrap.TextWrapper(width=12, break_long_words=False).wrap("loooooooooooong a b"))
a, b = "one\ntwo\nthree\nfour\n".splitlines(True), "zero\none\ntree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "a", "b")), "".join(difflib.ndiff(a, b)), "".join(difflib.context_diff(a, b, n=1)), difflib.get_close_matches("appel", ["ape", "apple", "peach"]))
m = difflib.SequenceMatcher(None, "abcd", "bcde")
print(m.ratio(), m.get_opcodes(), m.get_matching_blocks(), m.quick_ratio(), list(difflib.restore(difflib.ndiff(a, b), 1)) == a)
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2023, 2), calendar.weekday(2024, 1, 1), calendar.leapdays(2000, 2025), calendar.timegm((2020, 1, 1, 0, 0, 0)))
print(calendar.TextCalendar(6).formatmonth(2024, 9, 3), calendar.monthcalendar(2021, 2), calendar.day_name[0], calendar.month_abbr[12], calendar.HTMLCalendar().formatmonth(2024, 2)[:90], calendar.Month.MAY, calendar.FRIDAY)
fails(calendar.monthrange, 2024, 13)
g = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
print(list(graphlib.TopologicalSorter({3: [2], 2: [1]}).static_order()), g.prepare(), g.get_ready(), g.done("a"), sorted(g.get_ready()), g.is_active())
fails(graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare)
fails(g.done, "d")
now = [0]
s = sched.scheduler(lambda: now[0], lambda n: now.__setitem__(0, now[0] + n))
for delay, priority, name in (5, 1, "late"), (1, 2, "second"), (1, 1, "first"):
    s.enter(delay, priority, lambda name=name: print(now[0], name))
e = s.enterabs(3, 1, print, ("cancelled",))
s.cancel(e)
print(len(s.queue), s.empty(), s.run(), now)
fails(s.cancel, e)
print(tomllib.loads('title = "x"\nn = [1, 2.5, 0x10, 1_000, inf]\nd = 1979-05-27T07:32:00Z\nt = 07:32:00\n[a.b]\nc = """multi\nline"""\n[[arr]]\nk = true\n[[arr]]\ninl = {x = 1, "y z" = \'lit\'}\n'))
for bad in "a = ", "a = 1\na = 2", "[x\n", "a = 01", 'a = "\\q"', "= 1", "a.b = 1\n[a]\nb.c = 2":
    fails(tomllib.loads, bad)
fails(tomllib.loads, b"x")
print(tomllib.load(io.BytesIO(b"k = 'v'")))
c = configparser.ConfigParser(allow_no_value=True)
c.read_string("[DEFAULT]\nbase = /x\n[one]\npath = %(base)s/y\nn: 5\nyes = on\nalone\nmulti = a\n  b\n; no\n[two]\nf=1.5\n")
print(c.sections(), c["one"]["path"], c.getint("one", "n"), c.getboolean("one", "yes"), c["one"]["alone"], repr(c["one"]["multi"]), c.getfloat("two", "f"), c.get("two", "none", fallback="fb"), dict(c["two"]), "one" in c, c.options("two"))
c["new"] = {"k": "v"}
c.set("two", "g", "x%%y")
out = io.StringIO()
c.write(out)
print(out.getvalue(), c.remove_section("new"), c.has_option("two", "g"), c.items("two"))
for f, *args in ((c.get, "none", "x"), (c.get, "one", "x"), (c.getint, "one", "path"), (c.add_section, "one"), (c.read_string, "[a]\nx=1\nx=2"), (c.read_string, "x=1"), (c.read_string, "[a]\n[a]"), (c.set, "one", "k", 5), (c.getboolean, "one", "n")):
    fails(f, *args)
c.read_string("[loop]\na=%(b)s\nb=%(a)s\nbad=%(nope)s")
fails(c.get, "loop", "a")
fails(c.get, "loop", "bad")
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"a": {"x": "1", "y": "${x}2", "z": "${b:k}"}, "b": {"k": "K"}})
print(e["a"]["y"], e["a"]["z"])
