# reference: 4.3, 7.8
# What an uncaught error shows: cause, context, from None, notes, a class body, a recursive helper, the last line.
import sys, traceback
def parse(text):
    try: return int(text)
    except ValueError as e:
        e.add_note("note one\nsecond line"); e.add_note("note two")
        raise KeyError("bad key") from e
def quiet():
    try: parse("x")
    except KeyError: raise RuntimeError("quiet") from None
def context():
    try: quiet()
    except RuntimeError:
        class Body:
            value = [1, 2][9]
def explicit():
    try: context()
    except IndexError as e:
        new = TypeError("explicit", 2)
        new.__cause__ = OSError("No such file")
        raise new
def show(f, **k):
    try: f()
    except BaseException as e: print("".join(traceback.format_exception(e, **k)).replace(__file__, "FILE"), end="")
    print("=====", flush=True)
show(quiet); show(context); show(explicit, chain=False); show(explicit, limit=1); show(explicit, limit=-1)
class Odd(Exception):
    def __str__(self): return "several\nlines"
    __module__ = "some.place"
class Silent(Exception):
    def __str__(self): return ""
class Broken(Exception):
    def __str__(self): raise ValueError
def odd(e):
    def run(): raise e
    run.__name__ = "renamed"
    return run
for e in (Odd(), Silent(1), Broken(), KeyError("k"), KeyError("a\nb"), SystemExit(3), KeyboardInterrupt(), Exception(), Exception(None), Exception("a", 1), SyntaxError("m", ("f.py", 3, 5, "ab cd ef\n", 3, 7)), SyntaxError("plain"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), StopIteration(5), ExceptionGroup("g", [ValueError(1), Odd()])): show(odd(e))
loop = ValueError("loop"); loop.__cause__ = loop; show(odd(loop))
a, b = ValueError("a"), ValueError("b"); a.__context__ = b; b.__cause__ = a; show(odd(a))
explicit()
