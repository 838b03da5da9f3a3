# reference: 6.3.4
# The qualified name in a call's error: nested functions, methods of nested classes, lambdas in classes, renamed functions.
def outer():
    def inner(a): pass
    class K:
        def m(self): pass
        l = lambda self, x: 0
        class Deep:
            def __init__(self, x): pass
    return inner, K, (lambda q: q), [lambda w: w for _ in "x"][0]
inner, K, lam, lam2 = outer()
def gen(a): yield
async def co(a): pass
async def agen(a): yield
renamed = lambda a: a
renamed.__name__ = "other"; renamed2 = lambda b: b
renamed2.__qualname__ = "Some.other"
for call in (inner, K().m, K.m, K().l, K.Deep, lam, lam2, gen, co, agen, renamed, renamed2):
    for args in ((), (1, 2, 3)):
        try:
            print(call(*args))
        except TypeError as e: print(e)
try: inner(b=1)
except TypeError as e: print(e)
try: renamed2(c=1)
except TypeError as e: print(e)
class Meta(type):
    def __call__(cls, a, *, b): return (cls.__name__, a, b)
class M(metaclass=Meta): pass
for args, kw in (((), {}), ((1,), {}), ((1, 2), {}), ((1,), {"b": 2}), ((1,), {"c": 2})):
    try: print(M(*args, **kw))
    except TypeError as e: print(e)
class N:
    def __new__(cls, a): return object.__new__(cls)
class I:
    def __init__(self, a): pass
class B(N, I): pass
for c in (N, I, B):
    for args in ((), (1,), (1, 2)):
        try: print(type(c(*args)).__name__)
        except TypeError as e: print(e)
class R:
    def __init__(self): return 5
class S:
    def __init__(self): return None
for c in (R, S):
    try: print(type(c()))
    except TypeError as e: print(e)
import functools
@functools.wraps(inner)
def wrapper(x, y): pass
try: wrapper()
except TypeError as e: print(e)
