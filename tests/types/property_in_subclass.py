# reference: 3.3.2.1
# Setters added in a subclass; the names in error messages.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
p = property()

class Q:
    p = property(lambda self: 3)

class R(Q):
    p = Q.p.setter(lambda self, v: print('R set', v))

R().p = 5

R().p

try: Q().p = 3
except AttributeError as e: print(e, e.name, e.obj)

class Outer:
    class Inner:
        @property
        def a(self): pass

Outer.Inner().a = 3
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
