# shlex and getopt: texts split and joined, and errors.
import shlex, getopt, sys
for s in ("a 'b c' d", 'x "y \\" z" \\q', "un'closed", 'esc\\', "# c\na", "a#b", "", '""', "a&&b;c|d", "it's  \"\" x"):
    for kw in ({}, {"comments": True}, {"posix": False}):
        try: print(kw, shlex.split(s, **kw))
        except ValueError as e: print(kw, s, e)
    try: print(list(shlex.shlex(s, punctuation_chars=True)))
    except ValueError as e: print(e)
print(shlex.join(["a b", "it's", "", "plain", "$x"]), shlex.quote("x;y"))
lx = shlex.shlex("a = 'b'\n c.d", infile="f.cfg"); print(list(lx), lx.error_leader(), lx.lineno)
for a, o, l in ((["-a", "1", "x"], "a:", []), (["-b"], "a:", []), (["-a"], "a:", []), (["--long"], "", ["long="]), (["--lo=3"], "", ["long="]), (["--lo=3"], "", ["long", "lot="]), (["--x=1"], "", ["x"]), (["--zz"], "", ["x"]), (["x", "-a"], "a", []), (["--", "-a"], "a", [])):
    try: print(getopt.getopt(a, o, l))
    except getopt.GetoptError as e: print(repr(e), e.msg, repr(e.opt))
print(getopt.gnu_getopt(["x", "-a", "y", "--b=2"], "a", ["b="]))
