# reference: 3.2.8
class types:
    FunctionType = type(lambda: 0); CodeType = type((lambda: 0).__code__); CellType = type((lambda x: lambda: x)(0).__closure__[0]); MethodType = type([].__class__().__class__ and (type('K', (), {'m': lambda s: 1})().m)); GeneratorType = type((lambda: (yield))()); FrameType = type(__import__('sys')._getframe())
    ModuleType = type(__import__('sys'))
    try: 1/0
    except ZeroDivisionError as e: TracebackType = type(e.__traceback__)
def show(*a):
    try: print(*[x() if callable(x) else x for x in a])
    except BaseException as e: print(type(e).__name__, e)
def sets(o, n, v):
    def g():
        if v is Ellipsis: delattr(o, n)
        else: setattr(o, n, v)
        return n, getattr(o, n, 'gone')
    show(g)
# functions
def f(a, b=1, *, c=2): return a, b, c
def g(): return 'g'
x = 5
def mk():
    y = 1
    def inner(): return y
    return inner
h = mk()
old = f.__code__
f.__code__ = g.__code__; print(f()); f.__code__ = old
for n, vs in {'__code__': [1, None, ..., h.__code__], '__defaults__': [(5,), None, 5, [1], ..., (1, 2, 3, 4)], '__kwdefaults__': [{'c': 9}, None, 5, ..., {}], '__closure__': [None, (), ...], '__globals__': [{}, ...], '__name__': ['zz', 5, ...], '__qualname__': ['q.z', 5, ...], '__dict__': [{'k': 1}, 5, ...], '__doc__': ['d', None, 5, ...], '__module__': ['m', 5, ...], '__annotations__': [{'a': 1}, None, 5, ...], '__type_params__': [(), (1,), 5, ...], '__builtins__': [1]}.items():
    for v in vs:
        if n == '__code__' and v is not ... and hasattr(v, 'co_name'):
            show(lambda: setattr(f, n, v))
        else: sets(f, n, v)
    f.__code__ = old
f.__defaults__ = (1,2); f.__kwdefaults__ = {'c': 3}; show(lambda: f()); f.__defaults__ = None; show(lambda: f()); 
f.__kwdefaults__ = None; show(lambda: f(1, 2))
show(lambda: setattr(h, '__code__', g.__code__)); show(lambda: setattr(h, '__code__', 5))
print(f.__builtins__ is not None, h.__closure__[0].cell_contents)
FT = types.FunctionType
show(lambda: FT(g.__code__, {})()); show(lambda: FT(h.__code__, {})); show(lambda: FT(h.__code__, {}, 'n', (), (types.CellType(7),))()); show(lambda: FT(h.__code__, {}, closure=(types.CellType(7), types.CellType(8))))
show(lambda: FT(h.__code__, {}, closure=(1,))); show(lambda: FT(g.__code__, {}, closure=(types.CellType(1),))); show(lambda: FT(1, {})); show(lambda: FT(g.__code__, 1)); show(lambda: FT(g.__code__, {}, 1)); show(lambda: FT(g.__code__, {}, argdefs=1)); show(lambda: FT(g.__code__, {}, closure=[]))
show(lambda: FT(f.__code__, {}, 'ff', (1,2), ).__defaults__); show(lambda: FT()); show(lambda: FT(g.__code__, {}).__name__)
show(lambda: FT(g.__code__, {'__name__': 'mm'}).__module__)
