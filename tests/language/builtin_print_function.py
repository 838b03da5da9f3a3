# reference: print()
# sep, end, file, flush: None means default; what file must have; order of conversion and writing.
class W:
    def __init__(s): s.parts = []
    def write(s, t): s.parts.append(t)
    def flush(s): s.parts.append("<flush>")
w = W()
print(1, "a", None, sep="-", end="!\n"); print(); print(*[1, 2], sep=""); print("x", sep=None, end=None); print(end=""); print("", ""); print("a", end=" "); print("b", "c", sep="\n")
print(1, 2, file=w); print(sep="x", file=w, flush=True); print("q", "r", sep="", end="", file=w)
print(w.parts)
class S:
    def __str__(s): return "str"
    def __repr__(s): return "repr"
class Sub(str):
    def __str__(s): return "Sub.__str__"
print(S(), [S()], Sub("sub"), "%s" % Sub("sub"), f"{Sub('f')}")
print("before", file=None)
for f in (lambda: print(sep=5), lambda: print(end=b""), lambda: print(1, sep=1, end=1), lambda: print(file=5), lambda: print(1, file=object()), lambda: print(1, foo=2), lambda: print(1, flush="yes", file=w), lambda: print(1, file=type("N", (), {"write": None})()), lambda: print(1, flush=True, file=type("N", (), {"write": lambda s, t: None})()), lambda: print(type("B", (), {"__str__": lambda s: 5})()), lambda: print(type("B", (), {"__str__": lambda s: 1 / 0})()), lambda: print(1, file=type("N", (), {"write": lambda s: None})()), lambda: print("a\ud800".encode("utf-8", "replace"))):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import sys
old, sys.stdout = sys.stdout, w
print("captured")
sys.stdout = old
print(w.parts[-2:])
sys.stdout = None
print("nowhere")
sys.stdout = old
