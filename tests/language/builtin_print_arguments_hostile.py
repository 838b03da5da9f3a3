# reference: print()
# sep, end, file, flush of every kind, objects whose str fails, files that lack methods.
import sys, io
class W:
    def __init__(s): s.log = []
    def write(s, x): s.log.append(x)
    def flush(s): s.log.append("FLUSH")
w = W()
print(1, "a", None, file=w); print(file=w); print(1, 2, sep="-", end="!", file=w, flush=True); print("x", sep=None, end=None, file=w); print("", "", sep="", end="", file=w); print(*"abc", sep="\n", file=w); print("no end", end="", file=w, flush=0)
print(w.log)
class BadStr:
    def __str__(s): raise ValueError("str")
class NotStr:
    def __str__(s): return 5
class NoWrite: pass
class BadWrite:
    def write(s, x): raise OSError("write")
class NoFlush:
    def write(s, x): pass
class RetWrite:
    def write(s, x): return "ignored"
for kw in ({"sep": 5}, {"end": 5}, {"sep": b"x"}, {"end": b""}, {"file": NoWrite()}, {"file": 5}, {"file": BadWrite()}, {"file": NoFlush(), "flush": True}, {"file": NoFlush()}, {"file": RetWrite()}, {"foo": 1}, {"sep": "", "foo": 2}, {"file": None}):
    try: print("a", "b", **kw); print(sorted(kw), "fine")
    except Exception as e: print(sorted(kw), type(e).__name__, e)
for o in (BadStr(), NotStr()):
    w = W()
    try: print("before", o, "after", file=w)
    except Exception as e: print(type(e).__name__, e, w.log)
old = sys.stdout
sys.stdout = w = W(); print("captured", 1); sys.stdout = None; print("nowhere"); sys.stdout = old; print(w.log)
del sys.stdout
try: print("gone")
except RuntimeError as e: sys.stdout = old; print(e)
s = io.StringIO(); print("é", "😀", 1.5, [1], file=s); print(repr(s.getvalue()))
print("\x00" == "\0", "tab\there", "é€😀", r"\n", "a\rb" if 0 else "")
print(print(end=""), print.__name__, print.__text_signature__)
class SubStr(str):
    def __str__(s): return "sub"
print(SubStr("x"), f"{SubStr('y')}", "%s" % SubStr("z"), str(SubStr("w")), SubStr("v").upper())
