# reference: 3.2.13
import sys
# profile
log = []
def pr(frame, event, arg):
    if event.startswith('c_'): arg = getattr(arg, '__qualname__', arg)
    elif arg is not None and not isinstance(arg, (int, str)): arg = type(arg).__name__
    log.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg))
def run(f, *a):
    log.clear()
    sys.setprofile(pr)
    try:
        f(*a)
    except Exception as e:
        r = repr(e)
    else:
        r = None
    sys.setprofile(None)
    print('==', f.__name__, r)
    for l in log: print('  ', l)
def a():
    len([1])
    [].append(2)
    int('5')
    x = [3,1]
    x.sort(key=lambda v: v)
    max(x, key=abs)
def b():
    len(5)
def c():
    def g():
        yield 1
    list(g())
    max(*(1, 2))
    dict.get({}, 1)
    str.upper('a')
    m = [].append
    m(4)
    len(*([1],))
    list.append(*([], 1))
    isinstance(1, int)
def d():
    try:
        {}.pop(1)
    except KeyError:
        pass
    try:
        {}[1]
    except KeyError: pass
    class C:
        def __init__(self): pass
        def m(self): return self
        x = property(lambda s: 1)
    c = C(); c.m(); c.x
    super(C, c).__init__()
def e():
    raise ValueError
def f():
    try: e()
    except ValueError: pass
def g():
    g1 = (i for i in range(2))
    next(g1)
    g1.close()
    sum(g1)
for fn in (a, b, c, d, e, f, g): run(fn)
print(sys.getprofile(), sys.gettrace())
# both
def tr(frame, event, arg):
    log.append(('T', frame.f_code.co_name, event)); return tr
log.clear()
def two():
    e
    return len('')
sys.setprofile(pr); sys.settrace(tr)
two()
sys.settrace(None); sys.setprofile(None)
for l in log: print(l)
# failing
def bad(frame, event, arg): raise RuntimeError('bad ' + event)
try:
    sys.settrace(bad)
    two()
except RuntimeError as ex:
    tb = ex.__traceback__
    print(ex, sys.gettrace())
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
for ev in ('line', 'return', 'exception'):
    def bad(frame, event, arg):
        if event == ev: raise RuntimeError('bad ' + event)
        return bad
    def three():
        x = 1
        if ev == 'exception': raise KeyError('orig')
        return 2
    try:
        sys.settrace(bad)
        three()
    except RuntimeError as ex:
        tb = ex.__traceback__
        print(ex, sys.gettrace(), repr(ex.__context__))
        while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
for ev in ('call', 'return', 'c_call', 'c_return', 'c_exception'):
    def bad(frame, event, arg):
        if event == ev: raise RuntimeError('bad ' + event)
    def three():
        x = len('')
        if ev == 'c_exception': len(5)
        return 2
    try:
        sys.setprofile(bad)
        three()
    except RuntimeError as ex:
        tb = ex.__traceback__
        print(ex, sys.getprofile(), repr(ex.__context__))
        while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
# local trace variants
def t3(frame, event, arg):
    print(event, frame.f_code.co_name); 
    frame.f_trace_lines = False
    frame.f_trace_opcodes = True
    return t3
def op():
    x = 1
    for i in (1,): y = x + i
    return y
def t4(frame, event, arg):
    print(event, frame.f_lasti, frame.f_lineno - frame.f_code.co_firstlineno); 
    frame.f_trace_lines = True
    frame.f_trace_opcodes = True
    return t4
sys.settrace(t3); op(); sys.settrace(None)
sys.settrace(t4); op(); sys.settrace(None)
def gen():
    a = yield 1
    b = yield 2
sys.settrace(t4); g=gen(); next(g); next(g); next(g, 0); sys.settrace(None)
# none-returning
def t5(frame, event, arg):
    print('t5', event, frame.f_code.co_name)
sys.settrace(t5); two(); sys.settrace(None)
def t6(frame, event, arg):
    print('t6', event, frame.f_code.co_name)
    if event == 'line':
        return lambda *a: print('lam', a[1])
    return t6
sys.settrace(t6); op(); sys.settrace(None)
# set in frame
def setter():
    sys.settrace(lambda *a: None)
    sys._getframe().f_trace = t6
    x = 1
    y = 2
    sys.settrace(None)
    z = 3
setter()
# modify locals
def t7(frame, event, arg):
    if event == 'line' and 'x' in frame.f_locals:
        frame.f_locals['x'] = 99
    return t7
def ml():
    x = 1
    y = x
    def inner(): return x
    return x, y, inner()
def ml2():
    x = 1
    y = x
    return x, y
sys.settrace(t7); r = ml(); r2 = ml2(); sys.settrace(None); print(r, r2)
for args in ((), (1, 2)):
    try: sys.settrace(*args)
    except TypeError as e: print(e)
sys.settrace(5)
try: two()
except TypeError as e: print(e)
print(sys.gettrace())
