# reference: 4.2.4, 7.14, 8.10.3
# Values of aliases, bounds and constraints are computed when asked for, once, and errors come then.
type A = undefined_a
print(repr(A), A.__name__)
try:
    A.__value__
except NameError as e:
    print(e)
undefined_a = int
print(A.__value__)
undefined_a = str
print(A.__value__)
log = []
def note(x): log.append(x); return x
type B = note("value")
def f[T: note("bound"), U: (note("c1"), note("c2"))](): pass
print(log)
B.__value__; B.__value__
T, U = f.__type_params__
print(log)
T.__bound__; T.__bound__; U.__constraints__
print(log, T.__constraints__, U.__bound__, T.__name__, T.__covariant__, T.__infer_variance__)
type R = list[R]
print(R.__value__, R.__value__.__args__[0] is R)
type X = Y; type Y = X
print(X.__value__, Y.__value__)
type Err = 1 / 0
for i in range(2):
    try: Err.__value__
    except ZeroDivisionError as e: print("ZeroDivisionError", e)
class C:
    type Inside = hidden
    hidden = bytes
print(C.Inside.__value__)
def scope():
    local = float
    type L = local
    local = bool
    return L
print(scope().__value__)
def forward[T: Later](x: T): return x
class Later: pass
print(forward.__type_params__[0].__bound__)
type G[T, *Ts, **P] = dict[T, tuple[Ts]]
print(G.__type_params__, G.__value__, G[int, str], G[int].__origin__ is G, G[int].__args__)
for act in (lambda: A[int], lambda: A(), lambda: setattr(A, "__value__", 1), lambda: setattr(A, "x", 1), lambda: A | int, lambda: int | A, lambda: isinstance(1, A), lambda: type(A)(), lambda: type(A)("N", int), lambda: type(A)("N", int).__value__, lambda: type(A)("N", list, type_params=(T,)).__type_params__, lambda: type(A)("N", int, type_params=5), lambda: type(A)(5, int), lambda: A.__module__, lambda: A == A, lambda: hash(A) == hash(A), lambda: type("S", (type(A),), {}), lambda: A.__parameters__, lambda: A.__type_params__, lambda: setattr(A, "__name__", 5), lambda: A.nothing, lambda: T.__bound__, lambda: type(T)("Q", bound=int).__bound__, lambda: type(T)("Q", int), lambda: type(T)("Q", int, str).__constraints__, lambda: type(T)("Q", covariant=True), lambda: type(T)("Q", covariant=True, contravariant=True), lambda: type("S", (type(T),), {}), lambda: isinstance(1, T), lambda: T()):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
