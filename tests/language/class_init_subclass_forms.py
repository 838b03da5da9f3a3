# reference: 3.3.3.1
# __init_subclass__: keywords, forms, errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    def __init_subclass__(cls, /, **kw): print('is', cls.__name__, kw); super().__init_subclass__(**kw)

class B(A): pass

class B(A, x=1): pass

class A:
    def __init_subclass__(self): print(type(self))

class B(A): pass

class A:
    __init_subclass__ = None

class B(A): pass

class A:
    def __init_subclass__(): pass

class B(A): pass

class B(A): __init_subclass__ = 3

object.__init_subclass__()

object.__init_subclass__(1)

object.__init_subclass__(x=1)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
