# reference: 3.3.4
# __abstractmethods__ keeps a class from being instantiated.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

X.__abstractmethods__

type.__abstractmethods__

X.__abstractmethods__ = {'b','a'}

X()

X.__abstractmethods__ = {'a'}

X()

X.__abstractmethods__ = []

del X.__abstractmethods__

del X.__abstractmethods__

X.__subclasses__()

type.__subclasses__()

type.__subclasses__(type)[:0]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
