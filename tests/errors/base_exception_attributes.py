def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
# base
e = BaseException(1, 2); e.args = [3, 4]; print(e.args, e)
def a1(): e.args = 5
show(a1)
def a2(): del e.args
show(a2)
def gen(): yield 1; yield 2
for n, v in (('__cause__', 5), ('__context__', 5), ('__traceback__', 5), ('__suppress_context__', 5), ('__suppress_context__', 'x'), ('__dict__', 5), ('__cause__', ValueError), ('__notes__', 5)):
    show(lambda: setattr(e, n, v))
    show(lambda: (delattr(e, n), n))
e.__cause__ = ValueError('c'); print(e.__suppress_context__, repr(e.__cause__)); e.__cause__ = None; print(e.__cause__)
show(lambda: e.with_traceback(5)); show(lambda: e.with_traceback()); show(lambda: e.with_traceback(None) is e)
e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__); show(lambda: e.add_note(5)); show(lambda: e.add_note()); e.__notes__ = 5; show(lambda: e.add_note('x')); e.__notes__ = ('a',); show(lambda: e.add_note('x')); del e.__notes__; show(lambda: e.__notes__); e.add_note('z'); print(e.__dict__)
class N(Exception):
    @property
    def __notes__(self): raise ZeroDivisionError
show(lambda: N().add_note('x'))
e = ValueError('x'); e.foo = 1; print(e.__reduce__(), e.__getstate__()); e.__setstate__({'bar': 2}); print(e.bar, sorted(e.__dict__)); show(lambda: e.__setstate__(5)); show(lambda: e.__setstate__(None)); show(lambda: e.__setstate__({1: 2}))
show(lambda: e.__reduce_ex__(2)); 
class Sub(Exception):
    def __init__(self, a, *, b=1): super().__init__(a); self.b = b
print(repr(Sub(1, b=2)), Sub('a').args, str(Sub('q')))
class Sub2(Exception):
    def __str__(self): return 5
show(lambda: str(Sub2()))
class Sub3(Exception):
    def __init__(self, x): pass
print(Sub3(1).args, repr(Sub3(5)))
class Sub4(ValueError, KeyError): pass
print(str(Sub4('a')))
show(lambda: type('X', (OSError, SyntaxError), {})); show(lambda: type('X', (OSError, KeyError), {})); show(lambda: type('X', (ImportError, NameError), {})); show(lambda: type('X', (StopIteration, SystemExit), {}))
print(hash(e) == hash(e), e == e, ValueError(1) == ValueError(1))
show(lambda: ValueError.__subclasses__()[0].__name__)
def bl():
    try: raise ValueError('x')
    except ValueError as q: return q
x = bl(); print(x.__traceback__.tb_lineno, x.__context__)
