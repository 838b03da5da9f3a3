# reference: 3.3.2
# An instance's __dict__ and what replaces it.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    x = 1
    def f(self): return 2

a = A()

a.x = 5; a.__dict__

del a.x; a.x

del a.x

a.f = 3; a.f

del a.f; a.f()

del a.f

a.__dict__ = {'x': 9, 1: 2}

a.x, a.__dict__

a.__dict__ = 3

del a.__dict__

a.__dict__

a.__dict__ = {}

class DD(dict):
    def __getitem__(self, k): return 'dd'

a.__dict__ = DD(x=1)

a.x

a.y = 2; a.__dict__

a.__weakref__

a.__weakref__ = 3

a.__class__.__name__

a.__doc__

a.__module__

a.__module__ = 3; a.__module__

a.__slots__

A.nope

A.__nope__

A().nope

del A.nope

A.__dict__['x'] = 3

type(A.__dict__)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
