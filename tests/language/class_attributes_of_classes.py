# reference: 3.2.10
# Writable attributes of classes and their errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

X.__name__ = 3

X.__name__ = 'Z\0'

X.__name__ = 'ZZ'

X

X.__qualname__ = 3

del X.__name__

del X.__qualname__

X.__qualname__ = 'a.b'

X

del X.__module__

X.__module__

X

X.__module__ = 3

X

X.__module__ = 'q'

X

del X.__doc__

X.__doc__ = 3

X.__doc__

int.__doc__ = 3

int.__name__ = 'x'

int.x = 1

del int.real

del int.__name__

int.__bases__ = (object,)

del X.__bases__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
