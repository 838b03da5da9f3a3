# reference: 3.3.3.7
# __set_name__ and the note an error in it gets.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class D:
    def __set_name__(self, o, n): 1/0

class E:
    d = D()

class D:
    def __set_name__(self): pass

class E:
    d = D()

class D:
    __set_name__ = None

class E:
    d = D()

class D:
    def __set_name__(self, o, n): setattr(o, n + '2', 5)

class E:
    a = D(); b = D()

sorted(k for k in E.__dict__ if k[0]!='_')

E.c = D()
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
