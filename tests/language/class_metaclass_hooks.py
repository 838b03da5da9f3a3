# reference: 3.3.3.3
# A metaclass's hooks in order, keywords, conflicts.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class Meta(type):
    def __new__(m, n, b, ns, **kw):
        print('new', n, b, sorted(k for k in ns if k[:2]!='__'), kw)
        return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw):
        print('init', n, kw)
        super().__init__(n, b, ns)
    @classmethod
    def __prepare__(m, n, b, **kw):
        print('prepare', n, b, kw)
        return {'pre': 1}
    def __call__(c, *a, **k):
        print('call', c.__name__, a, k)
        return super().__call__(*a, **k)

class A(metaclass=Meta, a=1): q = pre

class B(A, b=2): pass

B()

B(1)

class Bad(A, metaclass=type): pass

class Other(type): pass

class Bad(A, metaclass=Other): pass

Bad

class OB(metaclass=Other): pass

class Bad(A, OB): pass

class Both(Meta, Other): pass

class Good(A, OB, metaclass=Both): pass

type(Good)

type('T', (A,), {})

type('T', (A, OB), {})

Other('T', (A,), {})
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
