# reference: 7.14
# The type statement and its objects.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
type I = int

I, I.__name__, I.__value__, I.__type_params__, I.__parameters__, I.__module__, type(I)

type L[T] = list[T]

L[int], L.__type_params__, L.__value__, L.__parameters__, L[int].__args__, L[int].__origin__ is L

L[int].__value__

I[int]

I()

I | None, int | I, I | I

isinstance(1, I)

type R = list[R] | None

R.__value__

type Bad = undefined_name

Bad.__value__

undefined_name = 3

Bad.__value__

undefined_name = 4

Bad.__value__

type Z = 1/0

Z.__value__

I.__name__ = 'x'

I.__value__ = 3

I.foo = 3

I.__dict__

I.__reduce__()

I == I, hash(I) == hash(I), I != L

class Sub(type(I)): pass

TAT = type(I)

TAT('N', int), TAT('N', int).__value__, TAT('N', 3, type_params=()).__type_params__, TAT(name='q', value=None)

TAT()

TAT('N')

TAT(3, int)

TAT('N', int, type_params=[])

TAT('N', int, ())

TAT('N', list, type_params=L.__type_params__)[int]

type type = int

type.__value__

del type

type X[*Ts, **P] = int

X.__type_params__, X.__value__

class C:
    type A[T] = tuple[T, int]
    x: A[str]

C.A, C.A.__value__, C.__annotations__

type O[T: int] = T

O.__type_params__[0].__bound__

def f():
    type Loc = int
    return Loc

f() is f(), f().__name__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
