# reference: 3.2.13.2, 3.2.13.2.1, 3.2.13.2.2, 3.2.13.2.3, locals(), globals()
# Frames of running and finished functions: f_back, f_locals, f_lineno, f_code, f_globals, f_builtins, clear().
import sys
def inner(p):
    local = 1
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, sorted(fr.f_locals), fr.f_globals is globals(), fr.f_builtins["len"] is len, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes, fr.f_lasti > 0)
    fr.f_locals["local"] = 2
    fr.f_locals["new"] = 3
    print(local, "new" in fr.f_locals, locals() is fr.f_locals)
    try:
        fr.clear()
    except RuntimeError as e:
        print(e)
    return fr
def outer():
    x = 5
    return inner(x)
fr = outer()
print(fr.f_lineno, fr.f_back.f_code.co_name, sorted(fr.f_locals), fr.f_locals["p"])
del fr.f_locals['new']
fr.clear()
print(fr.f_locals, fr.f_code.co_name, type(fr).__name__)
for act in (lambda: setattr(fr, "f_code", 1), lambda: setattr(fr, "f_back", 1), lambda: setattr(fr, "f_locals", {}), lambda: setattr(fr, "f_lineno", 5), lambda: delattr(fr, "f_lineno"), lambda: setattr(fr, "f_trace_lines", 5), lambda: setattr(fr, "f_trace_lines", False), lambda: setattr(fr, "x", 1), lambda: fr.x, lambda: type(fr)(), lambda: fr(), lambda: delattr(fr, "f_trace"), lambda: setattr(fr, "f_trace_opcodes", "a")):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
def g():
    a = 1
    yield
    b = 2
    yield
it = g()
print(it.gi_frame.f_locals, it.gi_frame.f_lineno, it.gi_frame.f_back)
next(it)
print(it.gi_frame.f_locals, it.gi_frame.f_lineno)
next(it)
print(it.gi_frame.f_locals, it.gi_frame.f_lineno)
it.gi_frame.clear()
print(it.gi_frame, next(it, "done"))
def depth(f):
    n = 0
    while f: n += 1; f = f.f_back
    return n
base = depth(sys._getframe())
def rec(n): return rec(n - 1) if n else depth(sys._getframe()) - base
print(rec(0), rec(5), (lambda: depth(sys._getframe()))() - base, [depth(sys._getframe()) - base for _ in (1,)])
try:
    sys._getframe(base + 5)
except ValueError as e:
    print(e)
class C:
    print(sorted(k for k in sys._getframe().f_locals), sys._getframe().f_code.co_name, sys._getframe().f_locals is locals())
