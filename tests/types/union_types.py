# reference: 6.9
# Union types: attributes, equality, checks, what they refuse.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
U = type(int | str)

int | str, int | None, None | int, int | str | float, (int | str) | (str | float)

int | int, int | str | int, int | bool, bool | int

(int | str).__args__, (int | None).__args__, (int | str).__parameters__

int | str == str | int, (int | str) == (str | int), hash(int | str) == hash(str | int), (int | str) != (int | float)

(int | str) == int, (int | str) == 3, (int | list[int]) == (list[int] | int)

isinstance(1, int | str), isinstance('a', int | str), isinstance(1.5, int | str), isinstance(None, int | None), isinstance(None, None | int)

issubclass(bool, int | str), issubclass(float, int | str), issubclass(type(None), int | None)

isinstance(1, int | list[int])

isinstance([], int | list[int])

isinstance(1, list[int] | int)

issubclass(int, int | list[int])

issubclass(list, int | list[int])

isinstance(1, (int | str, float)), isinstance(1.5, (int | str, float))

int | 3

3 | int

int | 'str'

'str' | int

None | None

int | ()

int | ...

int | len

int | object()

(int | str)()

(int | str)[0]

(int | str)[int]

(int | str).x = 1

(int | str).__args__ = ()

(int | str).nope

U()

U(int, str)

class S(U): pass

type(int | str), U.__name__, U.__module__

repr(int | list[str] | None)

class M(type):
    def __or__(cls, o): return 'M or'
    def __ror__(cls, o): return 'M ror'

class X(metaclass=M): pass

X | int, int | X, X | None, None | X

class Y: pass

Y | X, Y | int | None

Y | Y

class Bad(type):
    def __instancecheck__(cls, o): 1/0
    def __subclasscheck__(cls, o): 1/0

class Z(metaclass=Bad): pass

isinstance(1, int | Z)

isinstance('1', int | Z)

isinstance('1', Z | str)

issubclass(str, str | Z)

issubclass(str, Z | str)

def f(a: int | None = None) -> int | str: pass

f.__annotations__

(int | str).__or__(float), int.__or__(str), type.__or__(int, str), type.__ror__(int, str)

type.__or__(int, 3)

(int | str).__class__, isinstance(int | str, U)

len({int | str, str | int, int | float})

class UH:
    __hash__ = None

int | list[UH]

d = {int | None: 1}; d[None | int]

match 1:
    case int() | str(): print('ok')

(int | str).__eq__(3), (int | str).__ne__(str | int)

(int | str) < (int | float)

sorted(n for n in dir(int | str) if n not in dir(object))
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
