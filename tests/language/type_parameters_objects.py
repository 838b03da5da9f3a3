# reference: 8.10
# The objects that PEP 695 syntax makes: names, bounds, constraints, lazily computed.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
def f[T, U: int, V: (int, str), *Ts, **P](a: T) -> U: return a

f.__type_params__

T, U, V, Ts, P = f.__type_params__

T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__module__

U.__bound__, U.__constraints__, V.__bound__, V.__constraints__

Ts.__name__, P.__name__, Ts, P, T

type(T), type(Ts), type(P)

T.__dict__

T.foo = 1; T.foo, T.__dict__

T.__name__ = 'x'

T.__bound__ = int

T.__covariant__ = True

T.__reduce__(), P.__reduce__(), Ts.__reduce__()

P.args, P.kwargs, P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs

type(P.args), type(P.kwargs)

hash(P.args)

P.__bound__, P.__infer_variance__

T.__mro_entries__(())

class X(T): pass

class X(P.args): pass

class X(type(T)): pass

T()

T[int]

T < T

T == T, T != U, hash(T) == hash(T)

def g[T: 1/0](): pass

g.__type_params__[0].__bound__

g.__type_params__[0].__bound__

def g[T: undefined_later](): pass

g.__type_params__[0].__bound__

undefined_later = 5

g.__type_params__[0].__bound__

undefined_later = 6

g.__type_params__[0].__bound__

def g[T: (1, undefined2)](): pass

g.__type_params__[0].__constraints__

def h[T](x=lambda: T): return T, x

h()[0], h()[1]()

async def co[T](): pass

co.__type_params__

def plain(): pass

plain.__type_params__

plain.__type_params__ = (1,)

plain.__type_params__

plain.__type_params__ = 3

f.__type_params__ = ()

f.__type_params__

f.__annotations__

list[T].__parameters__, dict[T, list[U]].__parameters__, list[int].__parameters__, tuple[T, T].__parameters__, list[P].__parameters__

list[T][int], dict[T, U][int, str], dict[T, list[U]][int, str], list[T][T], list[T][None], list[dict[T, T]][int], tuple[T, ...][str]

dict[T, U][int]

dict[T, U][int, str, float]

list[T][int, str]

list[T][()]

list[T][list[U]], list[T][list[U]][int]

(int | list[T]).__parameters__, (int | list[T])[str], (list[T] | dict[U, T])[int, str]

(int | list[T])[int, int]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
