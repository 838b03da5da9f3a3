# reference: 4.3
# Groups in tracebacks: nesting, width, depth, notes, empty messages, several lines.
import sys
def leaf(x):
    try: raise ValueError(x)
    except ValueError as e: return e
def show(e): sys.__excepthook__(type(e), e, e.__traceback__)
show(ExceptionGroup("plain", [ValueError(1), TypeError("two")]))
show(ExceptionGroup("raised leaf", [leaf(1), leaf(2)]))
show(ExceptionGroup("deep", [ExceptionGroup("er", [ExceptionGroup("est", [leaf("in"), KeyError("k")])]), leaf("out")]))
show(BaseExceptionGroup("base", [KeyboardInterrupt(), SystemExit(3), GeneratorExit()]))
show(ExceptionGroup("several\nlines\n", [ValueError("also\nseveral")]))
show(ExceptionGroup("", [ValueError(""), ValueError()]))
e = ExceptionGroup("noted", [leaf("n"), ValueError("m")])
e.add_note("first note"); e.add_note("second\nnote"); e.exceptions[0].add_note("leaf note"); e.exceptions[1].add_note("")
show(e)
show(ExceptionGroup("wide", [ValueError(i) for i in range(20)]))
g = ValueError("core")
for i in range(13): g = ExceptionGroup(f"level {i}", [g])
show(g)
try:
    try: raise ExceptionGroup("raised", [leaf(1)])
    except* ValueError as g: raise KeyError("in star")
except BaseException as e: show(e)
try:
    try: raise ExceptionGroup("raised", [leaf(1), TypeError(2)])
    except* ValueError as g: raise
except BaseException as e: show(e)
class G(ExceptionGroup):
    def __str__(self): return "own str"
show(G("g", [SyntaxError("bad", ("f.py", 1, 2, "x y", 1, 4)), leaf(1)]))
c = leaf("cause"); c.__cause__ = ExceptionGroup("cause group", [leaf("x")])
show(ExceptionGroup("of chained", [c]))
