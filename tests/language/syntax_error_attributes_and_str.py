# reference: 4.3
# SyntaxError objects: constructor arguments, str(), attributes set by hand, what subclasses are raised.
def attrs(e): return [getattr(e, n) for n in "msg filename lineno offset text end_lineno end_offset print_file_and_line args".split()]
def show(f):
    try: r = f(); print(attrs(r), "|", str(r), "|", repr(r))
    except Exception as e: print(type(e).__name__, e)
show(lambda: SyntaxError()); show(lambda: SyntaxError("m")); show(lambda: SyntaxError("m", ("f", 1, 2, "t"))); show(lambda: SyntaxError("m", ("f", 1, 2, "t", 3, 4))); show(lambda: SyntaxError("m", ("dir/f.py", 7, None, None)))
show(lambda: SyntaxError("m", ("f", 1, 2, "t", 3))); show(lambda: SyntaxError("m", ("f",))); show(lambda: SyntaxError("m", ())); show(lambda: SyntaxError("m", 5)); show(lambda: SyntaxError("m", None)); show(lambda: SyntaxError("m", ["f", 1, 2, "t"])); show(lambda: SyntaxError("m", ("f", "1", "2", 3))); show(lambda: SyntaxError("m", "abcd")); show(lambda: SyntaxError(1, (None, None, None, None))); show(lambda: SyntaxError("m", ("f", 1, 2, "t", 3, 4, 5))); show(lambda: SyntaxError("a", "b", "c")); show(lambda: SyntaxError("m", (5, 6, 7, 8))); show(lambda: SyntaxError("m", ("f", None, 2, "t"))); show(lambda: SyntaxError(x=1)); show(lambda: IndentationError("i", ("f", 1, 1, "t"))); show(lambda: TabError("t"))
e = SyntaxError("m", ("f", 1, 2, "t"))
e.msg = "changed"; print(str(e), repr(e)); e.lineno = "nine"; print(str(e)); e.filename = 5; print(str(e)); e.lineno = 9; print(str(e)); e.filename = "a/b/c.py"; print(str(e)); del e.msg, e.filename; print(e.msg, e.filename, str(e))
e = SyntaxError("m"); e.lineno = 3; print(str(e)); e.filename = "x.py"; print(str(e)); e.lineno = None; print(str(e))
for src, mode in (("a b", "exec"), (" a", "exec"), ("if 1:\nx", "exec"), ("if 1:\n\tx\n        y", "exec"), ("a = 1", "eval"), ("", "eval"), ("1;2", "eval"), ("x\ny", "single"), ("if x:", "single"), ("'abc", "eval"), ("(", "single"), ("1 +", "eval"), ("a\n", "eval"), ("\n", "single"), ("pass", "eval"), ("a b", "nomode")):
    try: compile(src, "dir/name.py", mode); print(repr(src), mode, "fine")
    except SyntaxError as e: print(type(e).__name__, attrs(e), "|", str(e))
    except ValueError as e: print(e)
print(SyntaxError.__mro__[1:3], issubclass(TabError, IndentationError), SyntaxError("m") == SyntaxError("m"))
class Mine(SyntaxError):
    def __init__(self, *a): super().__init__("mine", ("f", len(a), 0, "t"))
show(lambda: Mine(1, 2, 3)); show(lambda: Mine.__new__(Mine, "only new"))
import copy, pickle
e = SyntaxError("m", ("f", 1, 2, "t", 3, 4)); e.extra = 1
show(lambda: copy.copy(e)); show(lambda: pickle.loads(pickle.dumps(e))); print(copy.copy(e).extra, e.__reduce__()[1:])
e.add_note("n"); e.__init__("again"); print(attrs(e), e.__notes__)
