# reference: 4.3, 7.8
# Constructors and attributes of every built-in exception: args, keywords, setting, deleting, str and repr.
def t(code):
    try: print(code, "->", eval(code))
    except Exception as e: print(code, "!", type(e).__name__, e)
for code in """repr(ValueError()), repr(ValueError(1)), repr(ValueError(1, 2)), str(ValueError()), str(ValueError(None)), str(ValueError(1, 2)), ValueError(1).args
ValueError(x=1)
Exception(*range(3)).args, BaseException().args, Exception([]).args
str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), repr(KeyError("k")), str(KeyError(None)), str(KeyError(1))
str(OSError(1000, "m")), str(OSError(1000, "m", "f")), str(OSError(1000, "m", "f", 0, "g")), str(OSError("x")), str(OSError(1, 2, 3)), repr(OSError(1000, "m", "f")), OSError(1000, "m", "f").args, OSError(1000, "m", "f").filename, OSError(1000, "m", "f", None, "g").filename2, OSError("a").errno, OSError(1).args
[type(OSError(n, "m")).__name__ for n in (1, 2, 3)] if 0 else 0
OSError(1000, "m", b"f").filename, OSError(1000, "m", 5).filename, OSError(1000, "m", "f", 1, 2, 3).args
OSError(x=1)
str(ImportError("m", name="n", path="p")), ImportError("m", name="n").name, ImportError().msg, ImportError("a", "b").msg, ImportError("m").path, repr(ImportError("m", name="n")), ImportError(name="x").args, ImportError("m", name_from="z").name_from
ImportError("m", foo=1)
ImportError("m", name=5).name, ModuleNotFoundError("m", name="n").name
NameError("m", name="n").name, NameError("m").name, NameError(name="q").args, UnboundLocalError("m", name="n").name
NameError("m", x=1)
AttributeError("m", name="n", obj=5).obj, AttributeError("m").name, AttributeError(name=1, obj=2).args
AttributeError("m", foo=1)
StopIteration().value, StopIteration(5).value, StopIteration(5, 6).value, StopIteration((1, 2)).value, StopAsyncIteration(1).args
SystemExit().code, SystemExit(5).code, SystemExit(5, 6).code, SystemExit("x").code, str(SystemExit(3)), str(SystemExit())
UnicodeDecodeError("u", b"ab", 0, 1, "r").reason, str(UnicodeDecodeError("u", b"ab", 0, 1, "r")), str(UnicodeDecodeError("u", b"ab", 0, 2, "r")), str(UnicodeEncodeError("u", "\\xe9b", 0, 1, "r")), str(UnicodeEncodeError("u", "a\\u20ac", 0, 2, "r")), str(UnicodeTranslateError("ab", 0, 1, "r")), str(UnicodeTranslateError("\\U0001f600", 0, 1, "r"))
UnicodeDecodeError()
UnicodeDecodeError("u", "ab", 0, 1, "r")
UnicodeDecodeError("u", b"ab", 0, 1, 5)
UnicodeDecodeError(1, b"ab", 0, 1, "r")
UnicodeEncodeError("u", b"a", 0, 1, "r")
UnicodeDecodeError("u", bytearray(b"ab"), 0, 1, "r").object
UnicodeDecodeError("u", b"ab", "x", 1, "r")
str(UnicodeDecodeError("u", b"ab", 5, 9, "r")), str(UnicodeDecodeError("u", b"", 0, 1, "r")), UnicodeDecodeError("u", b"ab", -5, 100, "r").start, UnicodeDecodeError("u", b"ab", -5, 100, "r").end
SyntaxError("m", ("f", 1, 2, "t")).text, SyntaxError("m").msg, SyntaxError().msg, str(SyntaxError("m", ("f", 1, 2, "t"))), str(SyntaxError("m", ("/a/b.py", 1, 2, "t"))), str(SyntaxError("m", (None, 1, 2, "t"))), str(SyntaxError("m", ("f", None, 2, "t"))), repr(SyntaxError("m", ("f", 1, 2, "t")))
ExceptionGroup("m", [ValueError(1)]), str(ExceptionGroup("m", [ValueError(1), TypeError()])), ExceptionGroup("m", [ValueError()]).message, ExceptionGroup("m", [ValueError()]).exceptions, ExceptionGroup("m", (ValueError(),)).args
ExceptionGroup("m", [])
ExceptionGroup("m")
ExceptionGroup("m", 5)
ExceptionGroup("m", [1])
ExceptionGroup("m", [ValueError])
ExceptionGroup(5, [ValueError()])
ExceptionGroup("m", [KeyboardInterrupt()])
type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__
ExceptionGroup("m", [ValueError()], 5)
ExceptionGroup(message="m", exceptions=[ValueError()])
ExceptionGroup("m", {ValueError("set")}) if 0 else 0
MemoryError("m").args, RecursionError("m").args, EOFError().args, GeneratorExit(1).args, KeyboardInterrupt().args, AssertionError(1).args, Warning("w").args
BaseException.__new__(ValueError, 1).args, ValueError.__new__(ValueError, 1, x=2).args, Exception.__reduce__(ValueError(1)), OSError(1000, "m", "f").__reduce__(), ImportError("m", name="n").__reduce__(), ValueError(1).__reduce__(), KeyError(1).__reduce_ex__(2)
BaseException.__new__(int)
ValueError.__init__(5)
ValueError(1).__setstate__({"a": 1}), ValueError(1).__setstate__(None)
ValueError(1).__setstate__(5)
ValueError(1).with_traceback(5)
ValueError(1).add_note(5)
ValueError(1).__eq__(ValueError(1)), ValueError(1) == ValueError(1), hash(ValueError(1)) != 5, bool(ValueError())
len(ValueError())
ValueError(1)[0]
ValueError < TypeError
class_ := type("E", (ValueError,), {"__init__": lambda s, a, b: None}), class_(1, 2).args, repr(class_(1, 2)), str(class_(1, 2))""".split("\n"): t(code)
e = ValueError(1, 2)
def s(name, v):
    try: setattr(e, name, v); print(name, getattr(e, name))
    except Exception as x: print(name, type(x).__name__, x)
for name, v in (("args", [3, 4]), ("args", "ab"), ("args", (i for i in "xy")), ("args", 5), ("args", None), ("__cause__", None), ("__cause__", 5), ("__cause__", KeyError()), ("__context__", 5), ("__context__", KeyError), ("__suppress_context__", 1), ("__suppress_context__", "x"), ("__traceback__", 5), ("__notes__", 5), ("new", 1), ("__class__", TypeError), ("__class__", 5), ("__dict__", {"d": 1}), ("__dict__", 5)): s(name, v)
print(e, e.__dict__)
for name in ("args", "__cause__", "__context__", "__suppress_context__", "__traceback__", "new", "__dict__"):
    try: delattr(e, name); print("deleted", name)
    except Exception as x: print(name, type(x).__name__, x)
