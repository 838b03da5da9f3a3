# reference: 3.3.5.2
# __mro_entries__: what stands in a class statement need not be a class.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class E:
    def __init__(self, *r): self.r = r
    def __mro_entries__(self, bases): print('entries', len(bases)); return self.r

class A: pass

class B(E(A)): pass

B.__bases__, type(B.__orig_bases__[0]).__name__

class C(E(), A, E(int)): pass

C.__bases__

class D(E()): pass

D.__bases__, len(D.__orig_bases__)

class F(A): pass

'__orig_bases__' in F.__dict__

class Bad:
    def __mro_entries__(self, bases): return [A]

class G(Bad()): pass

class Bad:
    def __mro_entries__(self, bases): return (3,)

class G(Bad()): pass

class Bad:
    def __mro_entries__(self): return ()

class G(Bad()): pass

class Bad:
    def __mro_entries__(self, bases): 1/0

class G(Bad()): pass

class Bad: __mro_entries__ = None

class G(Bad()): pass

class Bad: __mro_entries__ = 3

class G(Bad()): pass

class Bad:
    def __getattr__(self, n):
        if n == '__mro_entries__': return lambda b: (A,)
        raise AttributeError(n)

class G(Bad()): pass

G.__bases__

type('H', (E(A),), {})

class K(type):
    def __mro_entries__(cls, bases): return ()

class L(metaclass=K): pass

class N(L): pass

N.__bases__

class O(E(A, A)): pass

class P(E(B), A): pass

P.__mro__[1:3]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
