# reference: 6.2.9
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
# yield from
def inner():
    try:
        x = yield 1
        print('inner got', x)
        y = yield 2
    except ValueError as e: print('inner caught', e); yield 'c'
    finally: print('inner fin')
    return 'r'
def outer():
    r = yield from inner()
    print('outer', r)
    return r
g = outer(); print(next(g), g.gi_yieldfrom is not None, g.gi_yieldfrom.__name__); print(g.send('v')); print(g.throw(ValueError('t'))); show(lambda: next(g)); print(g.gi_yieldfrom)
g = outer(); next(g); show(lambda: g.throw(KeyError('nope')))
g = outer(); next(g); g.close()
class NoSend:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration('nosend done')
        return self.i
def y2(o): 
    r = yield from o
    print('y2', r)
g = y2(NoSend()); next(g); show(lambda: g.send(None)); show(lambda: g.send(1)); 
g = y2(NoSend()); next(g); show(lambda: g.throw(ValueError('x')))
g = y2(NoSend()); next(g); show(lambda: g.close())
g = y2([1, 2]); next(g); show(lambda: g.send(1)); show(lambda: next(y2(5))); show(lambda: next(y2(None)))
class Hostile(NoSend):
    def send(self, v): return ('send', v)
    def throw(self, *a): print('throw', [getattr(x, '__name__', x) if isinstance(x, type) else repr(x)[:20] for x in a]); return 'thrown'
    def close(self): print('closed'); 
g = y2(Hostile()); print(next(g), g.send(5), g.throw(ValueError), g.throw(ValueError('i'))); g.close()
class H2(NoSend):
    def close(self): raise KeyError('close')
g = y2(H2()); next(g); show(lambda: g.close())
sys.unraisablehook = lambda a: print('unraisable', a.exc_type.__name__, a.exc_value)
class H3(NoSend):
    def __getattr__(self, n): raise ZeroDivisionError(n)
g = y2(H3()); next(g); show(lambda: g.throw(ValueError)); g = y2(H3()); next(g); show(lambda: g.send(3)); g = y2(H3()); next(g); show(lambda: g.close())
class H4(NoSend):
    def throw(self, *a): raise StopIteration('from throw')
g = y2(H4()); next(g); show(lambda: g.throw(ValueError))
class H5(NoSend):
    close = 5; throw = 7; send = 8
g = y2(H5()); next(g); show(lambda: g.throw(ValueError)); g = y2(H5()); next(g); show(lambda: g.send(3)); g = y2(H5()); next(g); show(lambda: g.close())
class H6:
    def __iter__(self): return 5
show(lambda: next(y2(H6())))
class H7:
    def __iter__(self): raise KeyError('iter')
show(lambda: next(y2(H7())))
def deep(n):
    if n: yield from deep(n - 1)
    else: yield 'bottom'
print(list(deep(50)))
