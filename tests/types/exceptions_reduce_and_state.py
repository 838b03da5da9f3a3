# reference: 8.4
# Exceptions rebuild from their arguments and their dictionary; __setstate__ takes a dictionary; args can be replaced.
class Own(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code)
        self.detail = detail


class Two(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a}-{b}")


def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


import copy

for e in (ValueError(), ValueError("a", 2), KeyError("k"), OSError(992, "no file", "name"), OSError(991, "x", "a", None, "b"), OSError("only"), StopIteration(5), SystemExit(3), ImportError("m", name="n", path="p"), AttributeError("a", name="n", obj=1), NameError("n", name="q"),
          UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad"), SyntaxError("bad", ("f", 1, 2, "text")), Own(7, "d"), ExceptionGroup("g", [ValueError(1)])):
    f, arguments, *state = e.__reduce__()
    twin = copy.copy(e)
    print(f.__name__, arguments, state, type(twin).__name__, twin.args == e.args, str(twin) == str(e), vars(twin) == vars(e))
print(attempt(lambda: copy.copy(Two(1, 2))))
e = ValueError("x")
e.note = [1]
e.add_note("a note")
e.__cause__ = KeyError("cause")
c = copy.copy(e)
print(vars(c), c.__cause__, c.__suppress_context__, c.note is e.note, copy.deepcopy(e).note is e.note)
print(e.__setstate__({"new": 1, "note": 2}), vars(e), e.__setstate__(None), attempt(lambda: e.__setstate__(5)), attempt(lambda: e.__setstate__({1: 2})), attempt(lambda: e.__setstate__()))
e.args = [1, 2]
print(e.args, str(e), repr(e), attempt(lambda: setattr(e, "args", 5)), attempt(lambda: delattr(e, "args")), attempt(lambda: setattr(e, "__cause__", 5)), attempt(lambda: setattr(e, "__context__", "x")), attempt(lambda: setattr(e, "__traceback__", 1)), attempt(lambda: delattr(e, "__cause__")))
e.args = "ab"
print(e.args, e.with_traceback(None) is e, attempt(lambda: e.with_traceback(5)), attempt(lambda: e.add_note(5)), e.__notes__, attempt(lambda: ValueError(x=1)), BaseException.__new__(ValueError, 1, 2).args, ValueError("a") == ValueError("a"))
