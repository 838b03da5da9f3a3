# str and repr of exceptions that write themselves in their own way, after their attributes change.
def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for e in (KeyError(), KeyError("k"), KeyError("a", "b"), KeyError(("t",)), KeyError(""), IndexError("i"), LookupError(["l"]), OSError(), OSError(5), OSError(992, "text"), OSError(992, "text", "file"), OSError(992, "text", "a", 0, "b"), OSError(992, "t", None), OSError(991, 2, 3, 4, 5, 6), FileNotFoundError("x"),
          OSError(9917, "exists"), OSError(9913, ""), OSError(99999, "odd"), StopIteration(), StopIteration(None, 1), SystemExit(), SystemExit(1, 2), ImportError(), ImportError("a", "b"), ImportError("m", name="n"), NameError("x"), UnicodeEncodeError("ascii", "a\xe9b", 1, 2, "why"),
          UnicodeEncodeError("ascii", "\u20ac" * 3, 0, 3, "why"), UnicodeDecodeError("utf-8", b"a\xffb", 1, 2, "why"), UnicodeDecodeError("utf-8", b"abc", 0, 3, "why"), UnicodeTranslateError("a\U0001f600", 1, 2, "why"), SyntaxError(), SyntaxError("m"), SyntaxError("m", ("f.py", 3, 1, "x")), SyntaxError("m", (None, 4, 0, None)),
          ExceptionGroup("g", [ValueError(1), TypeError(2)]), BaseExceptionGroup("one", [KeyboardInterrupt()])):
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
o = OSError(992, "text", "file")
o.filename = "other"
o.errno = "E"
print(str(o), o.args, o.filename2, attempt(lambda: setattr(o, "characters_written", 5)) or o.characters_written if False else "", type(OSError(992, "x")).__name__)
s = SyntaxError("m", ("f.py", 3, 1, "x", 3, 4))
s.lineno, s.filename = 9, None
print(str(s), s.end_lineno, s.end_offset, s.print_file_and_line, s.msg, s.text)
u = UnicodeDecodeError("ascii", b"abc", 0, 1, "bad")
u.start, u.end, u.reason = 5, 9, "changed"
print(str(u), u.object, u.encoding, u.start, u.end)
for f in (lambda: UnicodeDecodeError("a"), lambda: UnicodeEncodeError("a", b"x", 0, 1, "r"), lambda: UnicodeDecodeError("a", "x", 0, 1, "r"), lambda: SyntaxError("m", 5), lambda: SyntaxError("m", (1, 2)), lambda: ImportError("m", other=1), lambda: ExceptionGroup("g", []), lambda: ExceptionGroup("g", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("g", [KeyboardInterrupt()]),
          lambda: OSError(x=1), lambda: str(type("E", (Exception,), {"__str__": lambda s: 5})()), lambda: repr(KeyError(type("R", (), {"__repr__": lambda s: "own"})()))):
    print(attempt(f))
