# reference: 3.3.2.4
# __slots__ of several bases; layout conflicts; member descriptors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A: __slots__ = 'a'

class S(object): __slots__ = ('a',)

class T(object): __slots__ = ('b',)

class U(S, T): pass

class U(S, T): __slots__ = ()

class T(object): __slots__ = ()

class U(S, T): __slots__ = ()

class U(T, S): __slots__ = ()

U.__base__

class U(S, int): __slots__ = ()

class U(S, list): pass

class U(A, dict): pass

class P1: __slots__ = ('__dict__',)

class P2: __slots__ = ('__weakref__',)

class U(P1, P2): __slots__ = ()

U().__dict__, U().__weakref__

class U(P2, P1): __slots__ = ()

U().__dict__, U().__weakref__

class U(S, P1): __slots__ = ()

class N(A): pass

N().x

n = N(); n.x = 1; n.a = 2; n.__dict__

class Z:
    __slots__ = ('a',)
    def __init__(self): self.a = 1

class Z2(Z):
    __slots__ = ('a',)

z = Z2(); z.a, Z.a.__get__(z)

Z.a.__set__(z, 5); Z.a.__get__(z), z.a

Z.a.__get__(3)

Z.a.__get__(None, int) is Z.a

Z.a.__delete__(z)

Z.a.__get__(z)

Z.a

Z.a.__name__, Z.a.__objclass__, Z.a.__qualname__, Z.a.__doc__

type(Z.a)

Z.a.__set__(3, 1)

Z.a = 5

Z2().a

z = Z()

class Y: 
    x: int = 3
    __slots__ = ('y',)

Y().x

Y().x = 4

Y.x = 5; Y().x
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
