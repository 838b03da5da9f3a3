# reference: 3.2.10.1
# Special attributes of classes.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

type.__prepare__()

type.__prepare__(1,2,a=3)

X.__text_signature__

int.__text_signature__

object.__text_signature__

type.__text_signature__

X.__annotations__

X.__annotations__ = 3

del X.__annotations__

del X.__annotations__

int.__annotations__

int.__annotations__ = {}

X.__type_params__

int.__type_params__

X.__type_params__ = (1,)

X.__type_params__

del X.__type_params__

X.__flags__ & (1<<9), int.__flags__ & (1<<8)

X.__weakrefoffset__ > 0, X.__dictoffset__

hash(X) == hash(X)

X == X, X != X, X < X

X | None, X | int, None | X

X | 3
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
