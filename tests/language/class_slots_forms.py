# reference: 3.3.2.4
# Everything __slots__ may be.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A: __slots__ = 'a'

class B: __slots__ = ('a','b')

class C: __slots__ = ['a']

class D: __slots__ = {'a': 'doc a', 'b': None}

class E: __slots__ = iter(['x','y'])

class F: __slots__ = {'q'}

class G: __slots__ = (c for c in 'ab')

A.a, B.a, C.a, D.a, E.x, F.q, G.b

A.__slots__, D.__slots__

list(E.__slots__)

D.a.__doc__, D.b.__doc__

A().a

a = A(); a.a = 3

a.a

a.b = 3

a.b

del a.a

del a.a

a.__dict__

a.__weakref__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
