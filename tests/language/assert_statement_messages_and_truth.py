# reference: 7.3
# assert: the message only when it fails, any object as message, truth errors, AssertionError rebound, -O.
log = []
def t(v): log.append(v); return v
assert t(1), t("unused")
print(log)
for msg in ("text", None, (), (1, 2), 5, ValueError("inner"), ""):
    try: assert t(0), msg
    except AssertionError as e: print(repr(e), e.args, str(e))
try: assert []
except AssertionError as e: print(repr(e), e.args)
try: assert (x := 0), f"x is {x}"
except AssertionError as e: print(e)
class B:
    def __bool__(self): raise KeyError("truth")
try: assert B(), "never"
except KeyError as e: print(repr(e))
try: assert 0, 1/0
except ZeroDivisionError as e: print(repr(e), e.__context__)
def rebound():
    AssertionError = KeyError
    try: assert 0, "real one"
    except KeyError: print("wrong")
    except __builtins__.AssertionError as e: print("builtin", e)
rebound()
space = {}
exec("try:\n assert 0, 'm'\nexcept BaseException as e: kind = type(e).__name__", space); print(space["kind"])
for level in (0, 1, 2):
    space = {}
    exec(compile("ran = 1\ntry:\n assert 0, undefined\nexcept Exception as e: ran = type(e).__name__\nd = __debug__", "<s>", "exec", optimize=level), space)
    print(level, space["ran"], space["d"])
    code = compile("assert 0 if x else y\nif __debug__: z", "<s>", "exec", optimize=level)
    print(code.co_names)
import warnings
for src in ("assert (1, 'm')", "assert (x, y)", "assert ()", "assert (1,)", "assert [0, 'm']"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always"); compile(src, "<s>", "exec")
    print(src, [str(m.message) for m in w])
for src in ("assert", "assert x,", "assert x, y, z", "assert x = 1", "assert x := 1", "assert (x := 1)", "assert x, y := 2", "assert *x", "assert x if y", "assert yield", "x = assert y", "assert not", "assert x; y", "lambda: assert x", "assert x, *y", "assert (yield), (yield)"):
    try:
        with warnings.catch_warnings(): warnings.simplefilter("ignore"); compile(src, "<s>", "exec")
        print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
