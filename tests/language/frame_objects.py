# reference: 3.2.13
import sys
def show(*a):
    try: print(*[x() if callable(x) else x for x in a])
    except BaseException as e: print(type(e).__name__, e)
def f(a, b=1, *c, d=2, **e):
    "doc"
    x = 1
    def g(): return x, a
    return sys._getframe()
fr = f(1)
print(fr.f_code.co_name, fr.f_lineno, fr.f_lasti, sorted(fr.f_locals), repr(fr.f_back)[:6], fr.f_globals is globals(), fr.f_builtins is vars(__builtins__) if not isinstance(__builtins__, dict) else 1, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes)
for n in ('f_back','f_code','f_globals','f_builtins','f_locals','f_lasti'):
    show(lambda: setattr(fr, n, 1))
    show(lambda: delattr(fr, n))
show(lambda: setattr(fr, 'f_trace_lines', 1)); show(lambda: setattr(fr, 'f_trace_opcodes', 1)); show(lambda: delattr(fr, 'f_trace_lines'))
show(lambda: setattr(fr, 'zz', 1))
show(lambda: fr.clear()); print(fr.f_locals)
show(lambda: type(fr)())
show(lambda: sys._getframe(10000)); show(lambda: sys._getframe(-1).f_code.co_name); show(lambda: sys._getframe('x')); show(lambda: sys._getframe(1.0))
def loc():
    x = 1
    d = locals()
    y = 2
    d2 = locals()
    d['x'] = 5; d['new'] = 1
    print(d is d2, x, sorted(d))
    d3 = sys._getframe().f_locals
    print(d3 is d, d['x'], sorted(d3))
    del x
    print(sorted(locals()))
loc()
class C:
    z = 1
    locals()['w'] = 2
    print(sys._getframe().f_locals is locals(), w)
def gen():
    q = 1
    yield 1
    yield 2
g = gen()
print(g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_frame.f_back, g.gi_frame.f_lasti, g.gi_frame.f_locals)
next(g)
print(g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_frame.f_back, g.gi_frame.f_lasti, g.gi_frame.f_locals)
show(lambda: g.gi_frame.clear()); print(g.gi_frame); show(lambda: next(g))
def selfclear():
    sys._getframe().clear()
show(selfclear)
g = gen(); next(g); fr2 = g.gi_frame
for _ in g: pass
print(g.gi_frame, fr2.f_lineno - gen.__code__.co_firstlineno, fr2.f_locals)
print(repr(fr).split(' at ')[0], repr(fr).split(', ')[2:])
