import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def chain(e):
    out = []
    seen = set()
    while e is not None and id(e) not in seen:
        seen.add(id(e)); out.append(repr(e)); e = e.__context__
    return out
def c1():
    try: raise ValueError(1)
    except ValueError: raise KeyError(2)
def c2():
    try: raise ValueError(1)
    finally: raise KeyError(2)
def c3():
    try: raise ValueError(1)
    except ValueError as e:
        try: raise KeyError(2)
        except KeyError: pass
        raise TypeError(3)
def c4():
    try: raise ValueError(1)
    except ValueError as e: raise e
def c5():
    e = ValueError(1)
    try: raise e
    except ValueError:
        try: raise KeyError(2)
        except KeyError: raise e
def c6():
    a, b, c = ValueError('a'), ValueError('b'), ValueError('c')
    a.__context__ = b; b.__context__ = c; c.__context__ = a
    try: raise a
    except ValueError: raise KeyError('k')
def c7():
    a, b = ValueError('a'), ValueError('b')
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a from b
def c8():
    class M:
        def __enter__(self): return self
        def __exit__(self, *a): raise KeyError('exit')
    with M(): raise ValueError('body')
def c9():
    def g():
        try: yield 1
        finally: raise KeyError('fin')
    x = g(); next(x); x.throw(ValueError('thrown'))
def c10():
    def g():
        try: raise ValueError('in gen')
        except ValueError:
            yield 1
            raise KeyError('after')
    x = g(); next(x)
    try: raise TypeError('outer')
    except TypeError: next(x)
def c11():
    def g():
        yield 1
        raise KeyError('g')
    x = g(); next(x)
    try: raise TypeError('outer')
    except TypeError: next(x)
def c12():
    try: 1/0
    except ZeroDivisionError:
        {}['x']
def c13():
    try: 1/0
    except ZeroDivisionError:
        raise
def c14(): raise
def c15():
    raise ValueError from KeyError
def c16():
    raise ValueError('x') from None
def c17(): raise ValueError('x') from 5
def c18(): raise 5
def c19(): raise int
def c20():
    class E(Exception):
        def __init__(self): raise KeyError('init')
    raise E
def c21():
    class E(Exception):
        def __new__(cls): return 5
    raise E
def c23():
    class E(Exception):
        def __init__(self): raise KeyError('init')
    raise ValueError from E
def c24():
    try: raise ValueError
    except (5,): pass
def c25():
    try: raise ValueError
    except 5: pass
def c26():
    try: raise ValueError
    except (KeyError, (TypeError, ValueError)): return 'nested tuple'
def c27():
    try: raise ValueError
    except [ValueError]: pass
def c28():
    try: raise ValueError('v')
    except undefined_thing: pass
def c29():
    for i in range(2):
        try: raise ValueError(i)
        except ValueError: continue
        finally: i
    return sys.exc_info()
def c30():
    try:
        try: raise ValueError(1)
        finally: return 5
    finally: pass
def c31():
    try: raise ValueError(1)
    except ValueError as e:
        pass
    return e
def c32():
    try: raise ValueError(1)
    except ValueError as e:
        del e
    return 'ok'
def c33():
    e = 5
    try: raise ValueError(1)
    except ValueError as e: e = 7
    return e
def c34():
    r = []
    try: raise ValueError(1)
    except ValueError:
        r.append(repr(sys.exception()))
        try: raise KeyError(2)
        except KeyError: r.append(repr(sys.exception()))
        r.append(repr(sys.exception()))
        def f(): return repr(sys.exception())
        r.append(f())
        def g():
            r.append(repr(sys.exception())); yield 1; r.append(repr(sys.exception()))
        x = g(); next(x)
    r.append(repr(sys.exception()))
    list(x)
    return r
def c35():
    try:
        try: raise ValueError(1)
        except ValueError as e:
            raise KeyError(2) from e
    except KeyError as k: return chain(k), k.__cause__, k.__suppress_context__
def c36():
    async def co():
        try: raise ValueError(1)
        except ValueError: await other()
    async def other(): raise KeyError(2)
    co().send(None)
def c37():
    class D:
        def __del__(self): sys.unraisablehook = lambda a: None; raise ValueError('del')
    D()
    return sys.exc_info()
def c38():
    try: raise ValueError(1)
    except ValueError as e:
        err = e
    raise err
def c39():
    class Meta(type):
        def __instancecheck__(c, o): raise KeyError('ic')
        def __subclasscheck__(c, o): raise KeyError('sc')
    class E(Exception, metaclass=Meta): pass
    try: raise ValueError(1)
    except E: pass
    except ValueError: return 'not asked'
def c40():
    try: raise ValueError(1)
    except ValueError:
        e = KeyError(2); 
        try: raise e
        except KeyError: pass
    return repr(e.__context__)
def c41():
    e = ValueError(1)
    try: raise e
    except ValueError:
        try: raise TypeError(2)
        except TypeError as t:
            t2 = t
            try: raise e
            except ValueError: pass
    return chain(e), chain(t2)
for f in list(globals().values()):
    if getattr(f, '__name__', '').startswith('c') and f.__name__[1:].isdigit():
        def g():
            try: return f.__name__, f()
            except BaseException as e:
                return f.__name__, type(e).__name__, str(e), chain(e), repr(e.__cause__), e.__suppress_context__
        show(g)
