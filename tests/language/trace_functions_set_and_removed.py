# reference: 3.2.13
import sys
# trace function removing itself, changing, exceptions inside nested functions, generators, threads of control
out = []
def tr1(frame, event, arg):
    out.append(('tr1', event, frame.f_lineno))
    if len(out) == 3: sys.settrace(None)
    return tr1
def f():
    a = 1
    b = 2
    return a + b
sys.settrace(tr1); f(); f(); print(sys.gettrace()); print(out)
out.clear()
def tr2(frame, event, arg):
    out.append(('tr2', frame.f_code.co_name, event)); return tr2
def tr3(frame, event, arg):
    out.append(('tr3', frame.f_code.co_name, event))
    if event == 'line': sys.settrace(tr2)
    return tr3
def g():
    x = 1
    f()
    return x
sys.settrace(tr3); g(); sys.settrace(None); print(out)
out.clear()
# f_trace deletion
def tr4(frame, event, arg):
    out.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    if event == 'line' and len(out) == 2: del frame.f_trace; return None
    return tr4
sys.settrace(tr4); f(); sys.settrace(None); print(out)
out.clear()
# caller frame tracing (bdb "return")
def tr5(frame, event, arg):
    out.append((frame.f_code.co_name, event)); return tr5
def inner():
    sys._getframe(1).f_trace = tr5
    sys.settrace(tr5)
def outer():
    x = 1
    inner()
    y = 2
    z = 3
    sys.settrace(None)
outer(); print(out)
out.clear()
# trace in recursion, exception with finally/with, generator expression
def rec(n):
    if n: return rec(n - 1)
    raise KeyError(n)
def callrec():
    try: rec(2)
    except KeyError: return 'ok'
def tr6(frame, event, arg):
    out.append((frame.f_code.co_name, event, frame.f_lineno and frame.f_lineno - frame.f_code.co_firstlineno)); return tr6
sys.settrace(tr6); r = callrec(); sys.settrace(None); print(r, out)
out.clear()
# import/exec'd code, class body, lambda default
sys.settrace(tr6); exec("x = 1\ny = 2\n"); eval("1+1"); sys.settrace(None); print(out); out.clear()
sys.settrace(tr6)
class K:
    a = 1
    def m(self): return 1
K().m()
sys.settrace(None); print(out); out.clear()
# exception in trace
def tr7(frame, event, arg):
    if event == 'line': 1/0
    return tr7
sys.settrace(tr7)
try: f()
except ZeroDivisionError as e: print('caught', sys.gettrace())
# f_trace left on the frame?
def tr8(frame, event, arg):
    out.append((event, frame.f_trace is not None)); return tr8
sys.settrace(tr8); f(); sys.settrace(None); print(out); out.clear()
# trace with __del__ and comparision callbacks
class D:
    def __del__(self): out.append('del')
    def __eq__(self, o): return True
    __hash__ = None
def h():
    d = D()
    d == 1
    d = None
    return sorted([3, 1], key=lambda v: -v)
sys.settrace(tr6); h(); sys.settrace(None); print(out); out.clear()
# generator close by gc
def gg():
    try:
        yield 1
    finally:
        out.append('fin')
def hh():
    g = gg(); next(g); del g
sys.settrace(tr6); hh(); sys.settrace(None); print(out); out.clear()
# decorators multi-line
def deco(a): return lambda f: f
sys.settrace(tr6)
@deco(1)
@deco(
    2)
def decorated(x=1,
     y=2):
    return x
decorated()
sys.settrace(None); print(out); out.clear()
def big():
    x = [
        1,
        2,
    ]
    if (x and
        len(x) > 5 or
        x[0]):
        y = {
          'a': 1,
          'b': x,
        }
    return (
       y
    )
sys.settrace(tr6); big(); sys.settrace(None); print(out); out.clear()
def tw():
    with D2() as a, D2() as b:
        pass
    try:
        with D2():
            1/0
    except ZeroDivisionError:
        pass
    else:
        x = 1
    for i in []:
        pass
    else:
        y = 2
    while False: pass
    return
class D2:
    def __enter__(self): return 1
    def __exit__(self, *a): return None
sys.settrace(tr6); tw(); sys.settrace(None); print(out); out.clear()
def yy():
    x = yield from [1, 2]
    y = yield
def runyy():
    g = yy(); next(g); next(g); next(g)
    try: g.throw(KeyError)
    except KeyError: pass
sys.settrace(tr6); runyy(); sys.settrace(None); print(out); out.clear()
def trystar():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        x = 1
    except* TypeError:
        y = 2
sys.settrace(tr6); trystar(); sys.settrace(None); print(out); out.clear()
def noline():
    pass; pass
    x = 1 if out else 2
    return [a for a in (1,2) if a] and {b: b for b in (1,)}
sys.settrace(tr6); noline(); sys.settrace(None); print(out); out.clear()
def glob():
    global zz
    zz = 1
    del zz
    assert out is not None, 'x'
    def n(): nl = 1
    n()
    return f"{1:>{5}}"
sys.settrace(tr6); glob(); sys.settrace(None); print(out); out.clear()
print(sys.call_tracing(len, ('abc',)))
try: sys.call_tracing(len, ['abc'])
except TypeError as e: print(e)
