# reference: 3.2.8, 3.2.13
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
def f(a, b=1, *, c=2): return a, b, c
def mk():
    y = 1
    def inner(): return y
    return inner
h = mk()
# cells
C = types.CellType
c = C(); show(lambda: c.cell_contents); c.cell_contents = 4; print(c.cell_contents); del c.cell_contents; show(lambda: c.cell_contents)
show(lambda: C(1) == C(1)); show(lambda: C(1) < C(2)); show(lambda: C() < C(1)); show(lambda: C() == C()); show(lambda: C(1) == 1); show(lambda: C(1, 2)); show(lambda: hash(C(1)))
print(repr(C()).split(' at ')[0], repr(C(1)).split(':')[1].split(' at')[0])
# methods
class K:
    def m(self): "dd"; return self
    @classmethod
    def cm(cls): return cls
k = K()
m = k.m
print(m.__self__ is k, m.__func__ is K.m, m.__name__, m.__doc__, m.__qualname__, m == k.m, m is k.m, hash(m) == hash(k.m), m != K().m)
show(lambda: setattr(m, 'x', 1)); show(lambda: setattr(m, '__self__', 1)); show(lambda: m.x); K.m.x = 5; show(lambda: m.x); show(lambda: delattr(m, 'x'))
MT = types.MethodType
show(lambda: MT(1, 2)); show(lambda: MT(len, None)); show(lambda: MT(len, [1,2])()); show(lambda: MT()); show(lambda: MT(len, 1, 2)); show(lambda: MT(len, [], x=1))
print(repr(m).split(' at ')[0], repr(MT(len, [])), repr(K.cm))
print(m.__reduce__()[1][1], m.__get__(1, int) is m)
class Callable:
    def __call__(self, *a): return a
mm = MT(Callable(), 3); print(mm(4))
# lambda and nested names
print((lambda: 0).__name__, (lambda: 0).__qualname__, h.__qualname__, mk.__code__.co_consts[2].co_qualname if len(mk.__code__.co_consts) > 2 else '')
print([n for n in dir(f) if n.startswith('__')])
show(lambda: f.__get__(None)); show(lambda: type(f.__get__(None, int)).__name__); show(lambda: type(f.__get__(1)).__name__)
print(f.__text_signature__ if hasattr(f, '__text_signature__') else 'none', len.__text_signature__, len.__name__, len.__qualname__, len.__module__, len.__self__ is __builtins__ or True)
show(lambda: setattr(len, 'x', 1)); show(lambda: setattr(len, '__name__', 'x'))
print([].append.__qualname__, list.append.__qualname__, list.append.__objclass__, type(list.append).__name__, [].append.__self__, str.join.__name__)
show(lambda: list.append()); show(lambda: list.append(1, 2)); show(lambda: [].append()); show(lambda: [].append(1, 2)); show(lambda: [].append(x=1))
