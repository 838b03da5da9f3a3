# reference: 6.2.9.1
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
def gen(a):
    x = yield a
    while True:
        x = yield x
g = gen(1)
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code is gen.__code__, g.__name__, g.__qualname__, repr(g).split(' at ')[0], g.gi_frame is not None)
show(lambda: g.send(5)); print(next(g), g.gi_suspended, g.send('s')); 
for n in ('gi_running','gi_suspended','gi_frame','gi_code','gi_yieldfrom'):
    show(lambda: setattr(g, n, 1))
g.__name__ = 'nn'; g.__qualname__ = 'qq'; print(g.__name__, repr(g).split(' at ')[0]); show(lambda: setattr(g, '__name__', 5)); show(lambda: setattr(g, '__qualname__', 5)); show(lambda: delattr(g, '__name__')); show(lambda: setattr(g, 'foo', 5))
show(lambda: g.throw()); show(lambda: g.throw(5)); show(lambda: g.throw('x')); show(lambda: g.throw(ValueError, ValueError(1), 5)); show(lambda: g.throw(int)); show(lambda: g.throw(ValueError(1), 5))
g = gen(1); next(g); show(lambda: g.throw(ValueError)); show(lambda: next(g)); print(g.gi_frame, g.gi_running, g.gi_suspended, g.gi_yieldfrom)
g = gen(1); next(g); show(lambda: g.throw(ValueError('a')));
g = gen(1); show(lambda: g.throw(ValueError('fresh'))); show(lambda: next(g)); show(lambda: g.throw(KeyError('done')))
import builtins
class W:
    def write(self, s): 
        pass
    def flush(self): pass
# 3-arg throw: deprecation
g = gen(1); next(g); show(lambda: g.throw(ValueError, 'v')); g = gen(1); next(g); show(lambda: g.throw(ValueError, ('a', 'b'))); g = gen(1); next(g); show(lambda: g.throw(ValueError, ValueError('inst'))); g = gen(1); next(g); show(lambda: g.throw(ValueError, None, None)); g = gen(1); next(g); show(lambda: g.throw(ValueError, 'v', None)); g = gen(1); next(g); show(lambda: g.throw(ValueError, KeyError('k')))
try: 1/0
except ZeroDivisionError as e: tb = e.__traceback__
g = gen(1); next(g)
try: g.throw(ValueError, 'v', tb)
except ValueError as e:
    t = e.__traceback__; n = 0
    while t: n += 1; t = t.tb_next
    print(n)
# close
def c1():
    try: yield 1
    except GeneratorExit: print('exit'); raise
def c2():
    try: yield 1
    finally: print('fin')
def c3():
    try: yield 1
    except GeneratorExit: yield 2
def c4():
    try: yield 1
    except GeneratorExit: return 5
def c5():
    try: yield 1
    except GeneratorExit: raise KeyError('k')
def c6(): return 7; yield
def c7():
    try: yield 1
    except GeneratorExit: raise StopIteration(3)
for c in (c1, c2, c3, c4, c5, c6, c7):
    g = c(); show(lambda: (g.close(), c.__name__))
    g = c(); show(lambda: next(g)); show(lambda: (g.close(), c.__name__)); show(lambda: next(g)); show(lambda: g.close())
    if c is c3: list(g)
# reentrancy
def re(): yield next(g)
g = re(); show(lambda: next(g))
def re(): yield g.close()
g = re(); show(lambda: next(g))
def re(): yield g.send(None)
g = re(); show(lambda: next(g))
def re(): yield g.throw(ValueError)
g = re(); show(lambda: next(g))
def re(): yield from g
g = re(); show(lambda: next(g))
def re(): print(g.gi_running, g.gi_suspended, g.gi_frame is sys._getframe()); yield
g = re(); next(g); print(g.gi_running, g.gi_suspended)
