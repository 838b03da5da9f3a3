# reference: 3.3.1
# Who complains about excess arguments; odd forms of __new__ and __init__.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
object(1)

object(a=1)

object.__new__()

object.__new__(1)

object.__new__(int)

object.__new__(object, 1)

object.__init__()

object.__init__(1)

object.__init__(object(), 1)

class A: pass

A(1)

A(a=1)

class A:
    def __init__(self): pass

A(1)

class A:
    def __new__(cls): return object.__new__(cls)

A(1)

A().__init__(1)

class A:
    def __new__(cls, *a): return object.__new__(cls, *a)

A(1)

class A:
    def __init__(self, *a): super().__init__(*a)

A(1)

class A:
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self, *a): super().__init__(*a)

A(1)

class A:
    def __init__(self): return 3

A()

class A:
    def __new__(cls): return 3
    def __init__(self): print('never')

A()

class A:
    def __new__(cls, x): return super().__new__(B)
    def __init__(self, x): print('A init', type(self).__name__)

class B(A):
    def __init__(self, x): print('B init')

class A:
    @classmethod
    def __new__(cls, *a): return (cls, a)

A()

class A:
    __new__ = 3

A()

class A:
    __new__ = staticmethod(lambda cls: 'new')

A()

class A:
    __new__ = property(lambda s: 3)

A()

class A:
    __init__ = 3

A()

class A:
    __init__ = None

A()

class A:
    __init__ = staticmethod(lambda *a: print('si', a))

class A:
    __init__ = classmethod(lambda *a: print('ci', a))

class A: pass

A.__new__ = lambda cls: object.__new__(cls)

A.__new__ = staticmethod(lambda cls, x: x)

A(5)

del A.__new__

A(5)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
