# reference: 6.14, 8.7
# Every parameter kind in a lambda, what the function object says, defaults, and what cannot stand in one.
import inspect
L = [lambda: 0, lambda a: a, lambda a, /: a, lambda *, a: a, lambda *a: a, lambda **k: k, lambda a, /, b, *c, d, e=5, **f: (a, b, c, d, e, f), lambda a=1, /, b=2, *, c=3: (a, b, c), lambda *_, x=(lambda: 9)(): x, lambda x, y=len: y(x)]
for f in L:
    c = f.__code__
    print(inspect.signature(f), c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, f.__name__, f.__qualname__, c.co_name)
print(L[6](1, 2, 3, d=4, g=6), L[7](), L[7](9, c=8), L[8](), L[8](1, 2, x=3), L[9]("four"))
for f, args, kw in ((L[0], (1,), {}), (L[1], (), {}), (L[2], (), {"a": 1}), (L[3], (1,), {}), (L[3], (), {}), (L[4], (), {"a": 1}), (L[5], (1,), {}), (L[6], (1,), {}), (L[6], (1, 2), {}), (L[7], (1, 2, 3), {}), (L[7], (), {"a": 1}), (L[1], (1,), {"a": 2})):
    try: print(f(*args, **kw))
    except TypeError as e: print(e)
def outer():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)], lambda: (lambda: outer.__name__)
a, b, c = outer()
print([f() for f in a], [f() for f in b], c()(), a[0].__qualname__, c().__qualname__)
class K:
    f = lambda self, x=1: (self.n, x)
    g = staticmethod(lambda: "static"); n = 3
    h = property(lambda self: self.n * 2)
print(K().f(), K().f(2), K.g(), K().h, K.f.__qualname__)
gen = lambda: (yield 1)
print(list(gen()), inspect.isgeneratorfunction(gen), (lambda: [(yield)])().__name__)
d = {"k": lambda x: x + 1, 'm': [lambda: 1, lambda: 2][1]}
print(d["k"](1), d["m"](), (lambda x: (y := x) + y)(2), f"{(lambda x: x * 2)(3)}", sorted("bca", key=lambda ch: -ord(ch)))
for src in ("lambda a a: 1", "lambda a, a: 1", "lambda (a): 1", "lambda a: int: 1", "lambda: return 1", "lambda: x = 1", "lambda *: 1", "lambda **k, a: 1", "lambda a=1, b: 1", "lambda /: 1", "lambda a, /, b, /: 1", "lambda *, **k: 1", "lambda a", "lambda *a, *b: 1", "lambda: pass", "(lambda: y := 1)", "lambda None: 1", "lambda *a=1: 1", "lambda: (yield) = 1", "f'{lambda x: 1}'", "lambda *, /: 1", "lambda **k=1: 1", "lambda __debug__: 1", "lambda: await x", "lambda a.b: 1", "lambda 1: 1"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
