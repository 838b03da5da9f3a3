# reference: 7.3
# The message is evaluated only on failure; any object may be it; AssertionError is the built-in one.
import builtins
def msg(x): print("message evaluated"); return x
def t(f):
    try: f(); print("held")
    except Exception as e: print(type(e).__name__, e.args, repr(str(e)))
def a1(): assert 1, msg("no")
def a2(): assert 0, msg("yes")
def a3(): assert 0
def a4(): assert [], (1, 2)
def a5(): assert None, None
def a6(): assert "", ValueError("as message")
def a7(): assert 0, 1 / 0
def a8(): assert (0), ("paren")
def a9(): assert 1 if 0 else 0, "cond"
def a10(): assert not (x := 0), x
def a11(): assert False, f"{1 + 1} {x}" if 0 else "fs"
def a12(): assert lambda: 0, "lambda is true"
def a13(): assert 1 < 2 < 1, "chain"
def a14(): assert 0, (yield_ for yield_ in ()).__class__
def a15(): assert 0, msg
for f in (a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14): t(f)
AssertionError = ValueError
t(a3)
del AssertionError
real = builtins.AssertionError
builtins.AssertionError = KeyError
try: t(a2)
finally: builtins.AssertionError = real
class Bad:
    def __bool__(s): raise KeyError("truth")
def b1(): assert Bad(), "m"
t(b1)
print(__debug__)
if __debug__: print("debug")
for src in ("assert", "assert 1, 2, 3", "assert 1,", "assert x = 1", "assert x == 1, y = 2", "assert (1,", "assert *x", "x = assert 1", "assert: 1", "assert yield", "assert 1 if 2 else 3, 4", "assert 1; assert 2", "if 1: assert 1", "lambda: assert 1", "(assert 1)", "assert not", "assert 1 and", "assert raise x", "__debug__ = 0"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
