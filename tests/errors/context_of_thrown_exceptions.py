def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, '|', repr(e.__context__), '|', e.__context__ and repr(e.__context__.__context__))
def g():
    try: raise KeyError('a')
    except Exception: yield
def one():
    x = g(); x.send(None); x.throw(ValueError('v'))
show(one)
def two():
    x = g(); x.send(None)
    try: raise TypeError('outer')
    except TypeError: x.throw(ValueError('v'))
show(two)
def f():
    try: raise KeyError('a')
    except Exception: yield from h()
def h(): yield
def three():
    x = f(); x.send(None); x.throw(ValueError('w'))
show(three)
def plain(): yield
def four():
    x = plain(); next(x)
    try: raise TypeError('outer')
    except TypeError: x.throw(ValueError('z'))
show(four)
class E(Exception):
    def __new__(cls, *a): return cls
class I(Exception):
    def __init__(self): raise OSError('init')
def catches():
    try: yield 1
    except Exception as e: yield type(e).__name__, str(e)[-60:]
for c in (E, I):
    x = catches(); next(x); show(lambda: x.throw(c))
class Same(Exception):
    __hash__ = None
    def __eq__(self, o): return True
class Raises(Exception):
    def __eq__(self, o): raise RuntimeError('eq')
    __hash__ = None
def star(*excs):
    try:
        try: raise ExceptionGroup('g', list(excs))
        except* ValueError: raise
        except* Same: pass
    except ExceptionGroup as e: return e.exceptions
print([type(x).__name__ for x in star(ValueError(1), Same(2), Raises(3))])
