# reference: 3.3.3.5
# type() with one and three arguments, and what it refuses.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

type()

type(1,2)

type(1,2,3)

type('a',2,3)

type('a',(),3)

type('a',[],{})

type('a',(),{},4)

type('a',(),{}, x=1)

type(1, x=1)

type(x=1)

type('a\0b',(),{})

type('\ud800',(),{})

type('a',(1,),{})

type(b'a',(),{})

type('a',(),{1:2}).__dict__[1]

type('A',(),{'__module__':'mm'})

type('A',(),{'__qualname__':'Q.A'})

type('A',(),{'__qualname__':3})

type('A',(),{'__doc__':'dd'}).__doc__

type('A',(),{}).__module__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
