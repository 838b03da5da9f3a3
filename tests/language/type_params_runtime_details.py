# reference: 8.10
# PEP 695: lazy bounds, constraints, scopes, defaults' scope, repr, mutability, variance, nested generics.
log = []
def e(x): log.append(x); return int
def f[T: e("bound"), U: (e("c1"), e("c2")), *Ts, **P](a: T = e("default"), *args: *Ts) -> e("return"): return T, U, Ts, P
print(log); T, U, Ts, P = f()
print(T, U, Ts, P, type(T).__name__, T.__name__, T.__bound__, T.__constraints__, U.__bound__, U.__constraints__, log)
print(T.__covariant__, T.__contravariant__, T.__infer_variance__, f.__type_params__, f.__annotations__, T.__module__, f[int] if 0 else "")
class C[A, B: str](list[A]):
    x: A
    def m[D](self, a: A, d: D) -> B: return A, B, D
    type Alias = dict[A, B]
    class Inner[A]: y = A
print(C.__type_params__, C.__orig_bases__, C.__parameters__, C[int, str], C[int, str].__args__, C.__mro__[1:], C.m.__annotations__, C.Alias, C.Alias.__value__, C.Inner.__type_params__, C.Inner.y)
for k in (int, (int, str, 5), ()):
    try: print(C[k])
    except TypeError as x: print(x)
type L[T] = list[T] | None
type R = list[R]
type Lazy = undefined_name
print(L, L.__name__, L.__value__, L.__type_params__, L[int], L[int].__value__ if hasattr(L[int], "__value__") else "", R.__value__, type(L).__name__, L.__module__, L[int].__origin__ is L, L[int].__args__)
try: Lazy.__value__
except NameError as x: print(x)
undefined_name = "now"; print(Lazy.__value__)
for act in (lambda: setattr(L, "__value__", 1), lambda: setattr(L, "__name__", 1), lambda: L(), lambda: L[int, str], lambda: R[int], lambda: isinstance(5, L), lambda: setattr(T, "__name__", "x"), lambda: T(), lambda: isinstance(5, T), lambda: type("X", (T,), {}), lambda: Ts[0], lambda: list(Ts)[0], lambda: P.args, lambda: P.kwargs.__origin__ is P, lambda: T | int, lambda: int | T, lambda: L | int, lambda: repr(L | None), lambda: P.args == P.args, lambda: T.__bound__ is int, lambda: hash(T) == hash(T), lambda: T == T):
    try: print(act())
    except Exception as x: print(type(x).__name__, x)
def outer[T]():
    class K[T]: t = T
    def g[T](): return T
    return T, K.t, g(), T is K.t
print(outer())
class Scope[T]:
    T2 = T
    def f(self): return T, __class__
    lam = lambda self: T
    comp = [T for _ in "a"]
print(Scope.T2, Scope().f(), Scope().lam(), Scope.comp, hasattr(Scope, "T"))
def raises[T: 1 / 0](): return T
t = raises()
for _ in "ab":
    try: t.__bound__
    except ZeroDivisionError as x: print(x)
