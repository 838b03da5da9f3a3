# reference: 3.2.8
# types.SimpleNamespace.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
SN = type(sys.implementation)

SN(), SN(a=1, b='x')

SN(1)

SN({'a': 1})

SN(**{'a b': 1})

SN(**{1: 2})

n = SN(b=1, a=2); n.b, n.__dict__, n

n.c = 3; del n.b; n

n.zz

del n.zz

n == SN(a=2, c=3), n == SN(c=3, a=2), n != SN(), n == {'a': 2, 'c': 3}, SN() == 3

n < SN(a=3, c=3)

n < 3

hash(n)

n.me = n; n

class Sub(SN):
    pass

Sub(x=1)

Sub(x=1) == SN(x=1)

class Sub2(SN):
    __slots__ = ()
    def __init__(self, **k): super().__init__(**k); self.extra = 1

Sub2(q=2)

n.__reduce__()[0], n.__reduce__()[1]

vars(SN(a=1))

n.__dict__ = {}

SN.__init__(n, z=5); n.z

SN(a=1).__eq__(3)

SN.__new__(SN)

sorted(k for k in dir(SN()) if not k.startswith('__'))

n2 = SN(); n2.__dict__['_x'] = 1; n2.__dict__[3] = 4; n2
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
