# reference: 3.2.13
import sys
class Nothing: # a RuntimeWarning about unbound locals is not compared
    def write(self, text): pass
    def flush(self): pass
old, sys.stderr = sys.stderr, Nothing()
class Jump:
    def __init__(self, f, a, b, event='line'):
        self.f, self.a, self.b, self.event = f, a, b, event; self.done = False
    def __call__(self, frame, event, arg):
        if frame.f_code is self.f.__code__:
            if event == self.event and frame.f_lineno == self.f.__code__.co_firstlineno + self.a and not self.done:
                self.done = True
                frame.f_lineno = self.f.__code__.co_firstlineno + self.b
            return self
def j(f, a, b, event='line'):
    out = []
    sys.settrace(Jump(f, a, b, event))
    try:
        f(out)
    except BaseException as e:
        sys.settrace(None)
        print(f.__name__, a, b, event, out, type(e).__name__, e)
    else:
        sys.settrace(None)
        print(f.__name__, a, b, event, out)
def plain(o):
    o.append(1)
    o.append(2)
    o.append(3)
    o.append(4)
    o.append(5)
def loop(o):
    o.append(1)
    for i in (1, 2):
        o.append(i)
        o.append(-i)
    o.append(9)
def wh(o):
    i = 0
    while i < 2:
        i += 1
        o.append(i)
    o.append(9)
def tr(o):
    try:
        o.append(2)
        1/0
    except ZeroDivisionError:
        o.append(5)
    finally:
        o.append(7)
    o.append(8)
def wi(o):
    class C:
        def __enter__(self): o.append('in')
        def __exit__(self, *a): o.append('out')
    with C():
        o.append(5)
        o.append(6)
    o.append(7)
def nested(o):
    for i in (1, 2):
        for k in (3, 4):
            o.append((i, k))
        o.append(i)
    o.append('end')
def ex2(o):
    try:
        raise ValueError
    except ValueError as e:
        o.append(4)
        o.append(5)
    o.append(6)
def whtrue(o):
    while True:
        o.append(2)
        break
    o.append(4)
def multi(o):
    o.append(
        1)
    o.append(3)
async def noop(): pass
def gen(o):
    def g():
        o.append(2)
        yield 3
    next(g())
    o.append(5)
for a, b in ((1,3), (2,1), (1,6), (1,0), (1,-1), (1,100), (3,5), (5, 1), (2,2)): j(plain, a, b)
for a, b in ((1,3), (3,1), (3,5), (1,5), (3,2), (2,3), (4, 3), (5, 2), (2,5), (5,4)): j(loop, a, b)
for a, b in ((1,3), (3,5), (4,2), (1,4), (5,3)): j(wh, a, b)
for a, b in ((2,8), (2,5), (2,4), (2,7), (5,2), (5,8), (7,8), (7,2), (1, 7), (8, 7), (8,2), (5,7), (1,4), (3,5)): j(tr, a, b)
for a, b in ((4,7), (5,7), (5,6), (6,5), (7,5), (4,6), (6,4), (7,4)): j(wi, a, b)
for a, b in ((1,2), (1,3), (3,4), (3,5), (4,2), (4,3), (5,1), (3, 1), (3,2), (4,1)): j(nested, a, b)
for a, b in ((2,4), (4,2), (4,6), (5,4), (1,5), (6,4), (4,5), (5,3), (6,3)): j(ex2, a, b)
for a, b in ((2,4), (1,3), (3,2), (4,2)): j(whtrue, a, b)
for a, b in ((1,3), (2,3), (3,2), (3,1)): j(multi, a, b)
j(plain, 0, 2, 'call'); j(plain, 5, 1, 'return'); j(tr, 3, 5, 'exception')
def setit():
    sys._getframe().f_lineno = 5
try: setit()
except ValueError as e: print(e)
def t(frame, event, arg):
    for v in ('x', 1.5, 10**30, True, None):
        try: frame.f_lineno = v
        except Exception as e: print(type(e).__name__, e)
    try: del frame.f_lineno
    except Exception as e: print(type(e).__name__, e)
    if event == 'line':
        sys.settrace(None)
    return t
def q():
    a = 1
    return a
sys.settrace(t); q(); sys.settrace(None)
sys.stderr = old
