# reference: 3.3.3.1
# Both forms of super() and all their errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return ('A.c', cls.__name__)
    @staticmethod
    def s(): return 'A.s'
    x = 5
    @property
    def p(self): return ('p', type(self).__name__)

class B(A):
    def f(self): return 'B.f+' + super().f()
    @classmethod
    def c(cls): return super().c()
    def z(self): return super().nope
    def y(self): super().x = 3
    def g(self):
        def inner(): return super().f()
        return inner()
    def h(self):
        return [super().f() for _ in [1]]
    def k(self):
        return list(super().f() for _ in [1])
    def n(): return super()
    def d(self):
        del self
        return super()
    def cl(self): return __class__
    def e(self, super=super): return super(B, self).p

b = B()

b.f(); B.c(); b.c()

b.z()

b.y()

b.g()

b.h()

b.k()

B.n()

b.d()

b.cl()

b.e()

B.f(1)

B.f(A())

super()

super(1)

super(B)

super(B).f

super(B).__self__

super(B).__self_class__

super(B).__thisclass__

super(B, b)

super(B, B)

super(B, A())

super(B, 1)

super(B, int)

super(1, 2)

super(B, b, 3)

super(B, b, x=3)

super(type=B)

super(B, None)

super(B).__get__(b)

super(B).__get__(None)

super(B).__get__(1)

super(B).__get__(b).f()

super(B, b).__get__(b)

super(B, b).x

super(B, b).p

super(B, b).__class__

super(B, b).__dict__

super(B, b).__doc__ is None

super(B, b).nope

super(B, B).nope

super(B, b).x = 4

super(A, b).f

repr(super(B, B))

class S(super): pass

S(B, b).f()

S(B, b)

S(B, b).a

S(B,b).__thisclass__

class S2(super):
    def __getattribute__(self, n): return n

S2(B,b).foo

def f(): return super()

f()

def f(a): return super()

f(1)

def f(*a): return super()

f(1)

def f(*, a): return super()

f(a=1)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
