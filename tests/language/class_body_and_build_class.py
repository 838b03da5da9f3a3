# reference: 8.8
# The class statement and __build_class__ themselves.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
__build_class__()

__build_class__(1)

__build_class__(1, 2)

__build_class__(lambda: 0, 2)

__build_class__(len, 'x')

__build_class__(lambda: 0, 'X')

__build_class__(lambda: 5, 'X', int)

__build_class__(lambda: 0, 'X', metaclass=3)

__build_class__(lambda: 0, 'X', foo=3)

class A:
    x = 1
    y = [x for _ in range(2)]

class A:
    x = 1
    y = [i for i in range(x)]
    z = (lambda: x)
    print(sorted(k for k in locals() if k[0] != '_'), __qualname__, __module__)

A.z()

x = 'global'

class A:
    print(x)
    x = 'local'
    print(x)
    del x
    print(x)
    global g
    g = 5
    __private = 7

g, A.__dict__.get('_A__private'), hasattr(A, 'g')

class A: return 3

class A: yield 3

def f():
    class L: pass
    return L

f()

f().__qualname__

f() is f()

class A:
    class B:
        class C:
            def m(self): pass

A.B.C.m.__qualname__, A.B.C

class A(*[int], **{}): pass

class A(int, int): pass

class A(x=1, *[int]): pass

class A:
    "doc"
    __doc__ += ' more'

A.__doc__

class A:
    __name__ = 'Q'
    __qualname__ = 'R.S'

A, A.__name__, A().__name__, A.__qualname__

class A: __module__ = 3

A

class A: __qualname__ = 3

class A:
    __slots__ = ()
    __dict__ = 3

A().__dict__

class A:
    def __eq__(self, o): return True

hash(A())

A.__hash__

class B(A): pass

hash(B())

class B(A): __hash__ = object.__hash__

x = B(); hash(x) == hash(x), x == 3

class B(A):
    def __hash__(self): return 3

hash(B())

class B(B):
    def __eq__(self, o): return False

B.__hash__

class B: __hash__ = None

hash(B())

class B:
    def __hash__(self): return 'a'

hash(B())

class B:
    def __hash__(self): return 2**64 + 5

hash(B()) == hash(2**64 + 5)

class B:
    def __hash__(self): return -1

hash(B())

class B:
    def __hash__(self): return True

hash(B())
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
