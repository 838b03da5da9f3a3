# reference: 4.2.3, 8.10
# Type parameter scopes: they see the class they are in, nonlocal cannot reach them, names are lazily found.
def outer():
    T = "outer T"
    def f[T](x: T) -> T:
        return T
    class C[T]:
        u = T
        def m[U](self, a: T, b: U): return T, U
        T2 = T
    type A[T] = list[T]
    return f, C, A, T
f, C, A, T = outer()
print(f(1), f.__type_params__, f.__annotations__, f(1) is f.__type_params__[0])
print(C.u, C.__type_params__, C.u is C.__type_params__[0], C().m(1, 2), C.m.__annotations__, C.m.__type_params__, C.__bases__, C.__orig_bases__)
print(A, A.__type_params__, A.__value__, T)
class K:
    x = int
    type Alias = list[x]
    def meth[T: x](self): return T
    y = str
    type Both[U: (x, y)] = dict[U, y]
    class Inner[V: x](list[x]): pass
print(K.Alias.__value__, K.meth.__type_params__[0].__bound__, K.Both.__type_params__[0].__constraints__, K.Both.__value__, K.Inner.__type_params__[0].__bound__, K.Inner.__orig_bases__)
def g[T]():
    def inner[T](): return T
    return T is inner()
print(g())
def h[T, *Ts, **P](a: T, *args: Ts, **kw: P) -> T: pass
print(h.__type_params__, [type(p).__name__ for p in h.__type_params__], h.__annotations__["args"], h.__qualname__)
print(C.__qualname__, C.m.__qualname__, C.__dict__.get("T"), "T" in C.__dict__)
def default[T](x=T if 0 else "evaluated outside"): return x
print(default())
for src in ("def f[T, T](): pass", "class C[T, T]: pass", "type A[T, T] = 1", "def f[T]():\n nonlocal T", "def f[T]():\n def g():\n  nonlocal T", "class C[T]:\n nonlocal T\n T = 1", "def f[T: (yield)](): pass", "type A = (yield)", "type A = await x", "type A = (x := 1)", "class C[T](y := 1): pass", "def f[T](x: (y := 1)): pass", "def f[T: (x := 1)](): pass", "def f[T](x=(y := 1)): pass", "type A = [x for x in (yield)]", "async def f():\n type A = await x", "class C[T](await x): pass", "def f[T](): T = 1; return T", "def f[T](T): return T", "def f[T]():\n global T\n T = 1", "class C[T]: T = 5", "def f[*T = int](): pass", "def f[T = int](): pass", "def f[**P: int](): pass", "def f[*Ts: int](): pass", "def f[](): pass", "class C[](): pass", "def f[1](): pass", "def f[T.x](): pass", "lambda[T]: 0", "def f[T: int, ](): pass", "def f[__debug__](): pass", "class C[__x]: pass"):
    try:
        exec(src, {"x": int})
        print("fine", repr(src))
    except (SyntaxError, NameError) as e:
        print(repr(src), "|", type(e).__name__, getattr(e, "msg", e))
