def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
# ImportError
e = ImportError('m', name='n', path='p', name_from='f'); print(e, repr(e), e.name, e.path, e.name_from, e.msg, e.args)
e = ImportError(); print(str(e), e.msg, e.name, e.path); e = ImportError('a', 'b'); print(e, e.msg)
show(lambda: ImportError('x', bad=1)); show(lambda: ModuleNotFoundError('x', foo=1)); show(lambda: ImportError('x', name='n').__reduce__()); show(lambda: ImportError('x').__reduce__())
e = ImportError('a'); e.msg = 5; show(lambda: str(e)); e.foo = 1; e.name = 'zz'; show(lambda: e.__reduce__())
show(lambda: ImportError('a', name=1, path=2).path)
# Attribute/Name
e = AttributeError('m', name='n', obj=3); print(e.name, e.obj, e.args, e.__reduce__() if 0 else ''); show(lambda: AttributeError('m', bad=1)); show(lambda: AttributeError().name); show(lambda: AttributeError('a', name='x', obj=[1]).__reduce__()); show(lambda: AttributeError('a', name='x', obj=[1]).__getstate__())
e = NameError('m', name='n'); print(e.name); show(lambda: NameError('m', obj=1)); show(lambda: UnboundLocalError('m', name='q').name)
try: (5).foo
except AttributeError as x: print(x.name, x.obj, x)
try: undefined_name
except NameError as x: print(x.name, x)
try: int.foo
except AttributeError as x: print(x.name, x.obj, x)
class A: __slots__ = ('q',)
for f in (lambda: A().q, lambda: A().z, lambda: setattr(A(), 'z', 1), lambda: delattr(A(), 'q'), lambda: delattr(object(), 'x'), lambda: getattr([], 'zz'), lambda: setattr(5, 'real', 1), lambda: setattr([], 'zz', 1), lambda: setattr(int, 'zz', 1), lambda: super(A, A()).zz):
    try: f()
    except AttributeError as x: print(x.name, type(x.obj).__name__, x)
    except TypeError as x: print(x)
# StopIteration, SystemExit
for c in (StopIteration, SystemExit, StopAsyncIteration):
    for a in ((), (1,), (1, 2), ((1, 2),), (None,)):
        e = c(*a); print(c.__name__, a, getattr(e, 'value', '-'), getattr(e, 'code', '-'), e.args, repr(e))
e = StopIteration(1); e.value = 3; print(e.value, e.args); del e.value; print(e.value)
e = SystemExit(1); e.code = 'x'; print(e.code); del e.code; print(e.code)
# KeyError
print(KeyError('a'), KeyError(1), KeyError(), KeyError('a', 'b'), KeyError(''), repr(KeyError('a')), KeyError("it's"))
