# reference: 3.3.6
# Instances that are called, constructors with wrong arguments, metaclass __call__.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    def __init__(self, a, b=2, *, c, d=4): pass

A()

A(1)

A(1,2,3,c=1)

A(1, c=1, e=1)

A(1, c=1, a=2)

class A:
    def __init__(): pass

A()

class A:
    def __new__(): pass

A()

class A:
    def __call__(self, *a, **k): return (a, k)

A()(1, x=2)

A.__call__(A(), 3)

class A:
    __call__ = None

A()()

callable(A())

class A: pass

A()()

a = A(); a.__call__ = lambda: 1

a()

class A:
    __call__ = staticmethod(lambda *a: a)

A()(1)

class A:
    @property
    def __call__(self): return lambda *a: ('prop', a)

A()(1)

class Meta(type):
    def __call__(cls, *a): return ('meta', a)

class A(metaclass=Meta): pass

A(1)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
