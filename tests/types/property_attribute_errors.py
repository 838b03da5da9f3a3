# reference: 3.3.2.1
# AttributeErrors of a getter reach __getattr__; abstract properties.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
p = property()

class PP:
    @property
    def f(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'hook ' + n

PP().f

class PP:
    @property
    def f(self): return self.nope

PP().f

p.__isabstractmethod__

def ab(s): pass

ab.__isabstractmethod__ = True

property(ab).__isabstractmethod__

ab.__isabstractmethod__ = []

property(ab).__isabstractmethod__

class Ba:
    def __bool__(self): 1/0

ab.__isabstractmethod__ = Ba()

property(ab).__isabstractmethod__

classmethod(ab).__isabstractmethod__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
