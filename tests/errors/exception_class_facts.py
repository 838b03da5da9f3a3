e = ValueError("a", 1)
print(repr(e), str(e), e.args, str(ValueError()), repr(ValueError("x")), str(KeyError("x")), repr(KeyError("x")), str(KeyError()))
print(OSError(9999, "No file"), repr(OSError(9999, "No file", "name")), OSError(9999, "No file", "name"), OSError(9999, "x").errno, OSError("one"))
print(StopIteration(5).value, SystemExit(3).code, NameError("n", name="q").name, AttributeError("a", name="b", obj=1).obj, ImportError("i", name="m").name)
print(UnicodeDecodeError("utf-8", b"abc", 1, 2, "why"), UnicodeEncodeError("ascii", "xyz", 0, 3, "no"))
print(issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(IndexError, LookupError), ZeroDivisionError.__mro__[1].__name__, Exception.__bases__)
e.extra = 5
e.args = (1, 2)
print(e.extra, e, e.__traceback__, e.__context__, e.__suppress_context__, ValueError("x") == ValueError("x"))
for f in (lambda: ValueError(x=1), lambda: e.with_traceback(5), lambda: setattr(e, "__cause__", 5), lambda: StopIteration(1, x=2), lambda: UnicodeError(1).x):
    try:
        f()
    except (TypeError, AttributeError) as x:
        print(x)
