# reference: 8.10, 8.10.1, 8.10.2, 8.10.3, 4.2.2
# PEP 695 running: lazy bounds and alias values, scopes inside classes, defaults outside, shadowing, mangling.
log = []
def t(v): log.append(v); return v
def f[T: t(int), *Ts, **P](a: T, b: t("ann") = t("default"), *args: *Ts, **k: P.kwargs) -> list[T]: return T
print(log, f.__type_params__, f.__annotations__["a"], f.__annotations__["return"], f(1) is f.__type_params__[0]); log.clear()
print(f.__type_params__[0].__bound__, f.__type_params__[0].__bound__, log); log.clear()
class C[T: (t(str), t(bytes)), U](dict[str, t("base") and int]):
    attr: T
    x = T
    def m[V](self, v: V) -> T: return V, T, self.x is T
    type Inner[W] = tuple[W, T]
print(log, C.__type_params__, C.__annotations__, C.__bases__, C.__orig_bases__, C.__parameters__)
print(C.__type_params__[0].__constraints__, log, C.__type_params__[1].__constraints__); log.clear()
print(C().m(1), C.m.__type_params__, C[int, str], C.Inner, C.Inner[int], C.Inner.__value__, C.Inner.__type_params__)
type Alias[K, V: t("bound")] = dict[K, list[V]] | Alias[V, K] | undefined_later
try: Alias.__value__
except NameError as e: print(e)
undefined_later = int
print(Alias.__value__, log, Alias[int, str], Alias.__name__, Alias.__module__, Alias.__parameters__)
T = "module T"
def shadow[T](x=T): return x, T
print(shadow())
class Outer:
    T = "class T"; v = "class v"
    def m[X: T](self): return X.__bound__
    type A = v
    type B[Q: v] = (Q.__bound__, v)
    class In[Y: (v, T)]: z = Y.__constraints__
print(Outer().m(), Outer.A.__value__, Outer.B.__value__, Outer.In.z)
class Mangle[__P]:
    def get(self): return __P.__name__
    type __Alias[__Q] = __Q
print(Mangle().get(), Mangle.__type_params__[0].__name__, Mangle._Mangle__Alias.__name__)
def closure():
    y = "first"
    type L = y
    def g[Z: y](): return Z.__bound__
    y = "second"
    return L.__value__, g()
print(closure(), f.__code__.co_freevars)
@(lambda fn: (log.append(fn.__type_params__), fn)[1])
def deco[D](): pass
print(log, hasattr(deco, "__type_params__"), "T" in dir(), [q for q in globals() if q.startswith(".")])
for src in ("f[int]", "Alias[int]", "Alias[1, 2, 3]", "C[int]", "Alias()", "Alias.x", "Alias.__value__ + 1", "isinstance(1, Alias)", "Alias | int", "C.__type_params__[0] | None", "f.__type_params__[1] | int", "Alias == Alias", "setattr(Alias, '__name__', 1)", "type('t', (f.__type_params__[0],), {})"):
    try: print(src, "=", eval(src))
    except Exception as e: print(src, "|", type(e).__name__, e)
