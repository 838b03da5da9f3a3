# reference: 3.3.2.3
# super() and descriptors, metaclasses, built-in bases.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class B: pass

b = B()

class G:
    @property
    def p(self): return super().p
    @p.setter
    def p(self, v): super(G, type(self)).p.fset(self, v)

G().p

class H1:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t): return (self.n, type(o).__name__, t.__name__)
    def __set__(self, o, v): print('set', v)

class I1: d = H1()

class J1(I1):
    def g(self): return super().d
    @classmethod
    def h(cls): return super().d
    def st(self): super().d = 5

J1().g(); J1.h()

J1().st()

class M(type):
    def m(cls): return 'M.m'
    def t(cls): return super().mro()

class N(metaclass=M):
    @classmethod
    def k(cls): return super().m()

N.t()

N.k()

super(M, N).mro()

super(M, N).__name__

super(N, N).m

class K(int):
    def __add__(self, o): return K(super().__add__(o))
    def __new__(cls, v=0): return super().__new__(cls, v)
    def __repr__(self): return 'K'+super().__repr__()

K(3)+4

class L(list):
    def append(self, x): super().append(x*2)
    def __getitem__(self, i): return ('L', super().__getitem__(i))

l = L(); l.append(4); l[0]

super(L, l).__len__()

super(L, l).__class_getitem__(int)

super(L, L)[3]

len(super(L, l))

super(L, l) == super(L, l)

isinstance(super(L,l), L), isinstance(super(L,l), super)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
