# reference: 7.14, 8.10.3
# type makes an alias object in every scope; its name, parameters, laziness and place among other statements.
type A = int
type B[T] = list[T]
type C[T, *Ts, **P] = T
type D = "text"
type E = (yield_ := 5) if 0 else [1, 2][0] if 0 else None
def f():
    type Local = str
    return Local
class K:
    type Inner = K
    x = 1
print(A, A.__value__, B, B.__value__, B.__type_params__, B[int], C.__type_params__, D.__value__, E, f(), f().__value__, K.Inner.__value__, K.Inner.__name__, A.__module__, type(A).__name__, A == A, A != B, A.__parameters__, B.__parameters__)
if 1: type F = float
for i in range(2): type G = i
print(F.__value__, G.__value__, [x for x in (A, B)], {A: 1}[A], isinstance(A, type(B)))
