# reference: 3.3.3.1
# super() accepts an object whose __class__ says it belongs.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    def f(self): return 'A.f'

class B(A): pass

class Old:
    __class__ = property(lambda s: B)

super(B, Old())

class Old2:
    __class__ = property(lambda s: 1/0)

super(B, Old2())

class Old3:
    @property
    def __class__(s): raise AttributeError('zz')

super(B, Old3())
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
