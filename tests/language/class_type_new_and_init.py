# reference: 3.3.3.5
# type.__new__, type.__init__, type.__call__ called by hand.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

type.__new__()

type.__new__(type)

type.__new__(type,1)

type.__new__(int,'a',(),{})

type.__new__(1,'a',(),{})

type.__new__(type,'a',())

type.__new__(type,'a',(),{})

type.__init__()

type.__init__(type)

type.__init__(X,1,2)

type.__init__(X,1,2,3)

type.__init__(X,1,2,3,a=4)

type.__init__(X,1,a=4)

type.__call__()

type.__call__(X,1)

type(X).__name__

type.__name__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
