# reference: 3.3.3.1
# mro() of a metaclass decides, and is checked.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

class M(type):
    def mro(cls):
        r = super().mro()
        return r[::-1] if cls.__name__=='R' else r

class P(metaclass=M): pass

P.__mro__

P.mro()

class R(P): pass

class M2(type):
    def mro(cls): return [cls]

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): return (cls, object)

class Q(metaclass=M2): pass

Q.__mro__

class M2(type):
    def mro(cls): return 1

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): return [cls, 1, object]

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): return [cls, int, object]

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): return []

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): 1/0

class Q(metaclass=M2): pass

class M2(type):
    mro = None

class Q(metaclass=M2): pass

class M2(type):
    def mro(cls): return iter([cls, X, object])

class Q(metaclass=M2): pass

isinstance(Q(), X), issubclass(Q, X)

class M2(type):
    def mro(cls):
        print("mro of", cls.__name__, cls.__bases__)
        return type.mro(cls)

class Q(metaclass=M2): pass

class Q2(Q): pass

class Q3(Q2): pass

class W: pass

Q2.__bases__ = (W,)

Q2.__bases__ = (Q, W)

Q3.__mro__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
