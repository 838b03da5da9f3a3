def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
EG, BEG = ExceptionGroup, BaseExceptionGroup
for a in ((), ('m',), ('m', []), ('m', [ValueError(1)]), ('m', (ValueError(1), KeyError(2))), (5, [ValueError()]), ('m', 5), ('m', [5]), ('m', [ValueError]), ('m', [KeyboardInterrupt()]), ('m', {ValueError()}), ('m', [ValueError()], 1), ('m', 'abc'), ('m', range(3)), ('m', {}), ('m', None), ('m', {1: 2}), ('m', (x for x in [ValueError()]))):
    for c in (EG, BEG):
        def f():
            e = c(*a)
            return type(e).__name__, str(e), repr(e), e.message, e.exceptions, e.args
        show(f)
show(lambda: EG('m', excs=[ValueError()])); show(lambda: EG(msg='m', exceptions=[1]))
class MyEG(EG): pass
class MyBEG(BEG): pass
class MyE2(BEG, ValueError): pass
show(lambda: MyEG('m', [KeyboardInterrupt()])); show(lambda: repr(MyBEG('m', [KeyboardInterrupt()]))); show(lambda: repr(MyBEG('m', [ValueError()]))); show(lambda: MyE2('m', [KeyboardInterrupt()])); show(lambda: repr(MyE2('m', [ValueError(1)])))
e = EG('top', [ValueError(1), KeyError(2), EG('in', [TypeError(3), ValueError(4), EG('deep', [OSError(5)])])])
e.add_note('note'); e.__cause__ = ZeroDivisionError('c'); e.__context__ = ZeroDivisionError('x')
def tree(x, d=0):
    if x is None: return 'None'
    if isinstance(x, BEG): return f'{type(x).__name__}({x.message}: ' + ', '.join(tree(y) for y in x.exceptions) + ')' + repr(getattr(x, '__notes__', ''))
    return repr(x)
for m in (ValueError, (ValueError, TypeError), OSError, EG, BEG, BaseException, KeyboardInterrupt, lambda x: isinstance(x, KeyError), lambda x: True, lambda x: False, lambda x: isinstance(x, EG) and x.message == 'in', lambda x: [] , 5, 'x', (5,), (), [ValueError], None, int, (ValueError, int), lambda: 1):
    def f():
        a, b = e.split(m)
        return tree(a), tree(b), a is e, b is e, repr(getattr(a, '__cause__', 0)), repr(getattr(b, '__context__', 0)), a is None or a.__traceback__
    show(f)
    show(lambda: tree(e.subgroup(m)))
show(lambda: e.split()); show(lambda: e.split(1, 2)); show(lambda: e.subgroup()); show(lambda: tree(e.derive([KeyError(1)]))); show(lambda: e.derive([])); show(lambda: e.derive(5)); show(lambda: tree(e.derive([KeyboardInterrupt()])))
class D(EG):
    def derive(self, excs): return D(self.message + '!', excs)
d = D('d', [ValueError(1), TypeError(2), D('e', [ValueError(3), TypeError(4)])])
show(lambda: [tree(x) for x in d.split(ValueError)])
class D2(EG):
    def derive(self, excs): return 5
show(lambda: D2('d', [ValueError(1), TypeError(2)]).split(ValueError))
class D3(EG):
    def derive(self, excs): raise ZeroDivisionError
show(lambda: D3('d', [ValueError(1), TypeError(2)]).split(ValueError))
class D4(EG):
    def __new__(cls, msg, excs, code): o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return D4(self.message, excs, self.code)
show(lambda: [(tree(x), x.code) for x in D4('d', [ValueError(1), TypeError(2)], 42).split(ValueError)])
show(lambda: setattr(e, 'message', 5)); show(lambda: setattr(e, 'exceptions', 5)); show(lambda: delattr(e, 'message'))
show(lambda: EG[int]); show(lambda: e.__reduce__()); show(lambda: EG.__new__(EG)); show(lambda: EG.__new__(EG, 'a', [ValueError()]).args)
# except*
def t(excs, *handlers):
    pass
def s1():
    r = []
    try: raise EG('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as x: r.append(tree(x))
    except* (TypeError, KeyError) as x: r.append(tree(x))
    return r
def s2():
    try: raise ValueError(1)
    except* ValueError as x: return_ = tree(x)
    return return_
def s3():
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError: pass
def s4():
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError as x: raise KeyError('new')
def s5():
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError as x: raise
def s6():
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError as x: raise x
def s7():
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError as x: raise KeyError('a') from x
    except* TypeError as x: raise OSError('b')
def s8():
    try: raise EG('g', [ValueError(1)])
    except* EG: pass
def s9():
    try: raise EG('g', [ValueError(1)])
    except* (ValueError, EG): pass
def s10():
    try: raise EG('g', [ValueError(1)])
    except* 5: pass
def s11():
    try: raise KeyboardInterrupt
    except* KeyboardInterrupt as x: return_ = tree(x)
    return return_
def s12():
    r = []
    try: raise EG('g', [ValueError(1), EG('h', [ValueError(2), TypeError(3)])])
    except* ValueError as x: r.append(tree(x))
    except* TypeError as x: r.append(tree(x))
    else: r.append('else')
    finally: r.append('fin')
    return r
def s13():
    r = []
    try: pass
    except* ValueError: r.append(1)
    else: r.append('else')
    finally: r.append('fin')
    return r
def s14():
    r = []
    for i in range(2):
        try: raise EG('g', [ValueError(i)])
        except* ValueError as x:
            r.append(tree(x))
    try: x
    except NameError as q: r.append(str(q))
    return r
def s15():
    try: raise TypeError(1)
    except* ValueError: pass
def s16():
    import sys
    try: raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError: r = tree(sys.exception())
    except* TypeError: r += tree(sys.exception())
    return r, sys.exception()
def s17():
    try:
        try: raise EG('g', [ValueError(1), TypeError(2)])
        except* ValueError: raise
    except* TypeError as x: return_ = tree(x)
    return return_
def s18():
    try: raise EG('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError: raise
    except* TypeError: raise KeyError('k')
for f in (s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18):
    def g():
        try: return f.__name__, f()
        except BaseException as x: return f.__name__, tree(x), repr(x.__context__), repr(x.__cause__), [repr(y.__context__) for y in getattr(x, 'exceptions', ())]
    show(g)
class Bad(EG):
    def split(self, m): return 5
def s19():
    try: raise Bad('g', [ValueError(1)])
    except* ValueError: pass

class Bad2(EG):
    def split(self, m): return (1,)
def s20():
    try: raise Bad2('g', [ValueError(1)])
    except* ValueError: pass

class Bad3(EG):
    def split(self, m): return (None, self, 3)
def s21():
    try: raise Bad3('g', [ValueError(1)])
    except* TypeError: pass
show(s21)
big = ValueError(0)
for i in range(500): big = EG(str(i), [big])
show(lambda: len(str(big)))
