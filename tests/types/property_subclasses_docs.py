# reference: 3.3.2.1
# Docstrings of properties and of their subclasses.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
def gg(s): 'ggdoc'

p = property()

class P(property): pass

P(gg).__doc__

P(gg, doc='d').__doc__

P(gg).__dict__

P(gg).setter(gg).__class__

class P(property): __slots__ = ()

P(gg).__doc__

P(gg, doc=None)

class P(property):
    __doc__ = 'classdoc'

P(gg).__doc__, P().__doc__

class P(property):
    __slots__ = ('__doc__',)

P(gg).__doc__

P().__doc__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
