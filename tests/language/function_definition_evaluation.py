# reference: 8.7
# Decorators, defaults and annotations: in which scope, how often, in what order; what a def may look like.
log = []
def n(v): log.append(v); return v
def deco(tag):
    log.append(f"make {tag}")
    def d(f): log.append(f"apply {tag} to {getattr(f, '__name__', f)}"); return f
    return d
@deco(1)
@n(deco(2))
def f(a=n("default a"), b: n("ann b") = n("default b"), /, *args: n("ann args"), c: n("ann c"), d=n("default d"), **kw: n("ann kw")) -> n("return"): pass
print(*[x if isinstance(x, str) else "deco" for x in log], sep=" | "); log.clear()
@lambda f: 5
def five(): pass
@(lambda: (lambda f: f))()
def g(): return "g"
@[deco(3)][0]
def h(): pass
@deco(4) if 0 else (lambda f: "conditional")
def k(): pass
@x if (x := (lambda f: "walrus")) else 0
def m(): pass
@(lambda f: print('called with', f.__name__))
def printed_is_none(): pass
print(five, g(), h.__name__, k, m, printed_is_none)
def acc(x, into=[]): into.append(x); return into
print(acc(1), acc(2), acc.__defaults__)
def late(): return helper()
def helper(): return "late binding"
print(late(), late.__defaults__, (lambda: 0).__defaults__)
def kwonly(*, a, b=2, c): return a, b, c
print(kwonly(c=3, a=1), kwonly.__kwdefaults__, kwonly.__defaults__)
def inner_name():
    def fact(n): return n * fact(n - 1) if n else 1
    other, fact = fact, lambda n: -1
    return other(3)
print(inner_name())
try:
    @5
    def bad(): pass
except TypeError as e: print(e)
try:
    @undefined
    def bad(): pass
except NameError as e: print(e)
try:
    def bad(x=1 / 0): pass
except ZeroDivisionError as e: print(e)
for src in ("def f: pass", "def f() pass", "def f():", "def (): pass", "def f(x, x): pass", "def f(x, /, x): pass", "def f(*x, x): pass", "def f(a=1, b): pass", "def f(a, b=1, /, c): pass", "def f(*, a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(a, *): pass", "def f(/): pass", "def f(/, a): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "def f(*, /): pass", "def f(*a, *b): pass", "def f(**k, a): pass", "def f(**k, *a): pass", "def f(**k, **j): pass", "def f(*a=1): pass", "def f(**k=1): pass", "def f(a=): pass", "def f(a:): pass", "def f(a: int = 1, *b: str, c: x = 2, **d: y) -> z: pass", "def f() -> : pass", "def f(1): pass", "def f(a.b): pass", "def f((a, b)): pass", "def f(a, (b)): pass", "def f(None): pass", "def f(a,): pass", "def f(*a,): pass", "def f(**k,): pass", "def f(*,): pass", "def f(,): pass", "def f(a b): pass", "def f(a, b c): pass", "def f(*a: *b): pass", "def f(a: *b): pass", "def f(**k: *b): pass", "def f(lambda): pass", "def f()(): pass", "def f.g(): pass", "def None(): pass", "@x def f(): pass", "@\ndef f(): pass", "@x\nx = 1", "@x\n\ndef f(): pass", "@x\n@y\nclass C: pass", "@x;\ndef f(): pass", "async def f(): pass", "async def f: pass", "async x", "async for x in y: pass", "async lambda: 0", "def f(): return\n x"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
