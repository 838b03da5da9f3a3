# reference: 3.2.13.2
# Frames of functions, classes, comprehensions, generators, exec: code names, locals, back links, clear.
import sys
def names(f=None):
    f = f or sys._getframe(1); out = []
    while f: out.append((f.f_code.co_name, f.f_lineno, sorted(k for k in f.f_locals if k[:1] != "_") if f.f_code.co_name != "<module>" else "...")); f = f.f_back
    return out
def fn(a, b=2): c = 3; return names()
print(fn(1))
class K:
    x = 1
    got = names()
print(K.got)
print([names() for _ in "a"][0]); print({1: names() for _ in "a"}[1]); print(list(names() for _ in "a")[0]); print((lambda q: names())(5))
def gen():
    y = 1
    yield sys._getframe()
    yield names()
g = gen(); f = next(g); print(f is g.gi_frame, f.f_back, f.f_locals, next(g)); 
try: f.clear(); print("cleared", f.f_locals, g.gi_frame)
except RuntimeError as e: print(e)
exec("z = 1\nprint(names(), sys._getframe().f_code.co_filename)", {"names": names, "sys": sys}, {})
print(eval("names()", {"names": names}))
def closure():
    cell = 5
    def inner(): cell; return sys._getframe()
    return inner()
fr = closure(); print(fr.f_locals, fr.f_back.f_code.co_name, fr.f_lineno, fr.f_lasti > 0, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes)
fr.clear(); print(fr.f_locals)
here = sys._getframe(); print(here.f_globals is globals(), here.f_locals is locals(), here.f_builtins is vars(__builtins__), here.f_code.co_name)
def t(act):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
t(here.clear); t(lambda: setattr(here, "f_code", 1)); t(lambda: setattr(here, "f_lineno", 5)); t(lambda: setattr(here, "f_locals", {})); t(lambda: setattr(here, "f_trace_lines", 5)); t(lambda: setattr(here, "f_trace_opcodes", "x")); t(lambda: delattr(here, "f_trace_lines")); t(lambda: delattr(here, "f_lineno")); t(lambda: setattr(here, "x", 1)); t(lambda: type(here)()); t(lambda: sys._getframe(1000)); t(lambda: sys._getframe(-1).f_code.co_name); t(lambda: sys._getframe("x")); t(lambda: sys._getframe(0, 1)); t(lambda: here.f_back); t(lambda: here.clear(1))
def sub(): f = sys._getframe(); f.f_trace_lines = False; f.f_trace_opcodes = True; return f.f_trace_lines, f.f_trace_opcodes
print(sub(), repr(fr).startswith("<frame at 0x"), repr(fr).endswith(", code inner>") or repr(fr).split(",")[-1])
