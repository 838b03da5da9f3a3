# reference: 3.2.10
# __bases__ assignment and everything it refuses.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

X.__bases__ = ()

X.__bases__ = 3

X.__bases__ = (3,)

X.__bases__ = (int,)

X.__bases__ = (X,)

class T1: pass

class T2(T1): pass

class T3(T2): pass

T1.__bases__ = (T3,)

T2.__bases__ = (dict,)

class T4(dict): pass

T4.__bases__ = (T1,)

T4.__bases__ = (T1,dict)

T4.__mro__

T4.__bases__ = (list,)

T3.__bases__ = (T1, T1)

T3.__bases__

class O: pass

O.__bases__ = (T1,)

object.__bases__ = (int,)

X.__mro__ = ()

X.__dict__ = {}

X.__base__ = 1

del X.__dict__

X.__class__ = M

X.__class__ = 3

del X.__class__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
