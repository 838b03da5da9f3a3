# reference: 3.3.2
# Words of attribute errors on built-in objects.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A: x = 1

object().x

object().x = 1

del object().x

object.__getattribute__(1, 'real')

object.__getattribute__(1, 3)

object.__setattr__(1, 'x', 3)

object.__setattr__(A(), 3, 3)

object.__setattr__(int, 'x', 3)

object.__delattr__(int, 'x')

type.__setattr__(A(), 'x', 3)

type.__setattr__(int, 'x', 3)

type.__getattribute__(A, 'x')

type.__getattribute__(1, 'x')

getattr(1)

getattr(1, 2)

getattr(1, 'x')

getattr(1, 'x', 2)

getattr(1, 'x', 2, 3)

setattr(1, 2, 3)

setattr(A, 'y', 3)

delattr(A, 2)

delattr(A, 'zz')

hasattr(1, 2)

(1).x = 3

(1).real = 3

[].append = 3

[].x = 3

len.x = 3

len.__name__ = 'q'

'a'.x

'a'.upper = 1

None.x = 1

None.x

(lambda: 0).__name__ = 3

(lambda: 0).__code__ = 3

(lambda: 0).__defaults__ = 3

(lambda: 0).__kwdefaults__ = 3

(lambda: 0).__dict__ = 3

(lambda: 0).__globals__ = 3

(lambda: 0).__closure__ = 3
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
