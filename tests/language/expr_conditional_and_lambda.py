# reference: 6.13, 6.14
# if-else binds weaker than or, nests to the right; lambda is weakest; their parameters and scopes.
print(1 if 1 else 2 if 1 else 3, (1 if 0 else 2) if 1 else 3, 1 if 0 else 2 if 0 else 3, 1 or 0 if 0 else 5, 1 if 0 or 1 else 2, [1 if i % 2 else 0 for i in range(3)], (1, 2 if 0 else 3), "a" if [] else "b", not 1 if 1 else 2)
log = []
def n(v): log.append(v); return v
n(1) if n(0) else n(2)
n("never") if n("") else n("else") if n(1) else n("never")
print(log)
f = lambda x, y=2, /, *a, z=3, **k: (x, y, a, z, k)
print(f(1), f(1, 5, 6, z=7, w=8), (lambda: None)(), (lambda x: lambda y: x + y)(1)(2), (lambda *a, **k: (a, k))(1, b=2), (lambda: (yield))().__class__.__name__, [g(2) for g in [lambda x: x, lambda x: x * 2, lambda x: x ** 3]])
print(lambda x: 1 if x else 2, end="") if 0 else print((lambda x: 1 if x else 2)(0), (lambda: 1 if 0 else lambda: 2)()(), (lambda x=lambda: 5: x())(), sorted([3, -1, 2], key=lambda v: -v), (lambda a, b: a or b)(0, 1), (lambda: (1, 2))(), {"k": lambda: 3}["k"]())
print(f.__name__, f.__qualname__, (lambda: 0).__code__.co_name, f.__defaults__, f.__kwdefaults__, (lambda: 0).__doc__, f.__annotations__)
def outer(): return lambda: (lambda: 0)
print(outer().__qualname__, outer()().__qualname__)
class C:
    x = 1
    l = lambda self: self.x
    m = (lambda: __class__) if 0 else 0
print(C().l())
fact = lambda n: n * fact(n - 1) if n else 1
print(fact(20), (lambda f: f(f, 5))(lambda f, n: n * f(f, n - 1) if n else 1))
for src in ("1 if 2", "1 if else 3", "if 1 else 2", "1 if 2 else", "1 else 2", "1 if 2 else 3 else 4", "x = 1 if 2 else y = 3", "1 if x = 2 else 3", "pass if 1 else 2", "1 if 2 else pass", "lambda", "lambda:", "lambda x", "lambda x:", "lambda 1: 0", "lambda (x): 0", "lambda (x, y): 0", "lambda x, x: 0", "lambda x=1, y: 0", "lambda *: 0", "lambda *, **k: 0", "lambda **k, x: 0", "lambda **k, *a: 0", "lambda *a, *b: 0", "lambda /, x: 0", "lambda x, /, y, /: 0", "lambda *a, /: 0", "lambda x: int: 0", "lambda x: return x", "lambda: pass", "lambda: x = 1", "lambda x.y: 0", "lambda None: 0", "lambda x=: 0", "lambda x,: 0", "lambda *a,: 0", "lambda **k,: 0", "lambda x, *, y: 0", "lambda *, x,: 0", "lambda x -> int: 0", "1 if lambda: 2 else 3", "lambda: 1 if 2 else 3", "(1 if 2 else 3) = 4", "1 if 2 else 3 = 4", "f(1 if 2 else 3 = 4)", "lambda: 0 = 1", "x if y else lambda: z", "1 if 2 else 3,", "*x if y else z"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
