# reference: 3.3.3.3
# A metaclass may be any callable; __prepare__ must return a mapping.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class Other(type): pass

class F(metaclass=lambda n,b,ns,**k: (n,b,sorted(ns),k), z=1): pass

F

class F(metaclass=print): pass

class F(metaclass=3): pass

class F(metaclass=None): pass

class F(x=1): pass

class F(object, x=1): pass

class F(*(), **{'metaclass': Other}): pass

type(F)

class F(metaclass=Other, metaclass=Other): pass

class F(*[int], **dict(y=1)): pass

class F(**3): pass

class F(*3): pass

class P:
    @staticmethod
    def __prepare__(*a): return 3

class PM(type):
    @classmethod
    def __prepare__(*a, **k): return 3

class F(metaclass=PM): pass

class PM(type):
    def __prepare__(*a, **k): return {}

class F(metaclass=PM): pass

class PM(type):
    @classmethod
    def __prepare__(*a, **k): return None

class F(metaclass=PM): pass

class NotType:
    def __prepare__(*a, **k): return []

class F(metaclass=NotType()): pass
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
