# reference: 4.3
# Notes of every kind and exceptions whose str or repr misbehave, in tracebacks.
import sys
def show(e): sys.__excepthook__(type(e), e, e.__traceback__)
def with_notes(notes):
    e = ValueError("v"); e.__notes__ = notes
    return e
class BadStr(Exception):
    def __str__(self): raise ValueError("str")
class NotStr(Exception):
    def __str__(self): return 5
class Odd(Exception):
    __module__ = "some.module"
class NoModule(Exception): pass
NoModule.__module__ = None
class Builtins(Exception): pass
Builtins.__module__ = "builtins"
class Outer:
    class Inner(Exception): pass
class BadNote:
    def __str__(self): raise TypeError
    def __repr__(self): return "<bad note>"
class Worst:
    def __str__(self): raise TypeError
    __repr__ = __str__
for notes in (["one"], ["one", "two\nlines"], [], "text", 5, None, [1, None, b"x"], ("tuple",), [BadNote(), Worst()], BadNote(), Worst(), {"a": 1}, ["", "\n", "end\n"]):
    show(with_notes(notes))
for e in (BadStr(), NotStr(), Odd("m"), NoModule("n"), Builtins("b"), Outer.Inner("i"), ValueError(), ValueError(""), ValueError(None), ValueError("a", 1), ValueError("line 1\nline 2"), KeyError("k"), KeyError("a\nb"), KeyError(), OSError("just"), StopIteration(5), SystemExit(), SystemExit("bye"), KeyboardInterrupt(), ImportError("no", name="n", path="p"), UnicodeDecodeError("utf-8", b"ab", 0, 1, "bad"), AssertionError(), AssertionError((1, 2)), MemoryError(), RecursionError("deep")):
    show(e)
e = ValueError("v")
for bad in (5, None, b"x", ["l"]):
    try: e.add_note(bad)
    except TypeError as x: print(x)
print(hasattr(e, "__notes__")); e.add_note("n"); print(e.__notes__, e.__dict__)
e.__notes__ = 5
try: e.add_note("x")
except TypeError as x: print(x)
del e.__notes__; e.add_note("again"); print(e.__notes__)
