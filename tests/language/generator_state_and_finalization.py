# reference: 6.2.9.1
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
# exception state
def es():
    try: raise ValueError('in')
    except ValueError:
        print(repr(sys.exception())); yield 1
        print(repr(sys.exception())); yield 2
g = es(); next(g)
try: raise KeyError('out')
except KeyError:
    next(g); print(repr(sys.exception()))
print(sys.exception())
try: raise TypeError('o2')
except TypeError:
    def es2(): print(repr(sys.exception())); yield
    next(es2())
# genexpr names, lambda generators
ge = (i for i in range(3)); print(ge.__name__, ge.__qualname__, repr(ge).split(' at ')[0]); 
lg = (lambda: (yield))(); print(lg.__name__, next(lg), lg.gi_code.co_flags & 0x20)
show(lambda: type(ge)()); show(lambda: (x for x in 5)); show(lambda: ge.send(1)); 
def kw(*, a): yield a
show(lambda: kw()); print(list(kw(a=3)))
import gc
order = []
def fin(n):
    try: yield n
    finally: order.append(n)
a, b = fin('a'), fin('b'); next(a); next(b); del a; order.append('mid'); del b; print(order)
def cyc():
    me = yield
    try: yield
    finally: order.append('cyc')
c = cyc(); next(c); c.send(c); del c; gc.collect(); print(order)
def neverstarted():
    try: yield
    finally: order.append('NO')
n = neverstarted(); del n; print(order)
print(sorted(x for x in dir(ge) if not x.startswith('__')))
show(lambda: ge.__next__(1)); show(lambda: ge.send()); show(lambda: ge.send(1, 2)); show(lambda: ge.close(1)); show(lambda: ge.throw(1,2,3,4))
print(ge.__iter__() is ge, iter(ge) is ge, hash(ge) == hash(ge), ge.__del__ is not None)
