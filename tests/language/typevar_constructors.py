# reference: 8.10
# TypeVar, ParamSpec, TypeVarTuple called directly.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
def f[T, **P, *Ts](): pass

TypeVar, ParamSpec, TypeVarTuple = map(type, f.__type_params__)

TypeVar('T'), TypeVar('T', covariant=True), TypeVar('T', contravariant=True), TypeVar('T', infer_variance=True)

TypeVar('T', int, str).__constraints__, TypeVar('T', bound=int).__bound__, TypeVar('T', bound=None).__bound__, TypeVar('T').__constraints__

TypeVar()

TypeVar(3)

TypeVar('T', int)

TypeVar('T', int, str, bound=int)

TypeVar('T', covariant=True, contravariant=True)

TypeVar('T', covariant=True, infer_variance=True)

TypeVar('T', foo=1)

TypeVar('T', covariant=[]), TypeVar('T', covariant=[1]), TypeVar(name='Q')

TypeVar('T').__module__

ParamSpec('P'), ParamSpec('P', covariant=True), ParamSpec('P').__bound__, ParamSpec('P').args

ParamSpec()

ParamSpec('P', int)

ParamSpec(3)

ParamSpec('P', covariant=True, contravariant=True)

TypeVarTuple('Ts'), TypeVarTuple('Ts').__name__

TypeVarTuple()

TypeVarTuple(3)

TypeVarTuple('a', 'b')

TypeVarTuple('Ts').__typing_subst__(int)

T = TypeVar('T'); T.__typing_subst__(int), T.__typing_subst__(None), T.__typing_subst__(list[int]), T.__typing_subst__(int | str)

list[T], list[T][int], dict[T, T][str]

type(ParamSpec('P').args)(3), type(ParamSpec('P').args)(ParamSpec('Q')), type(ParamSpec('P').kwargs)(origin=3)

T.__doc__ is None, TypeVar.__name__, TypeVar.__module__, TypeVar.__qualname__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
