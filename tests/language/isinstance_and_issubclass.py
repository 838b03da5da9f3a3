# reference: 3.3.4
# isinstance and issubclass: tuples, hooks, lies, recursion, errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
isinstance(1, ())

isinstance(1, (str, (float, (int,))))

isinstance(1, 1)

isinstance(1, 'int')

isinstance(1, (str, 1))

isinstance(1, (int, 1))

isinstance(1, None)

isinstance(1, [int])

isinstance(1)

isinstance(1, int, int)

issubclass(1, int)

issubclass(int, 1)

issubclass(int, (str, 1))

issubclass(int, (str, (object,)))

issubclass(1, (int, str))

issubclass(int, ())

issubclass('int', object)

class Lie:
    __class__ = int

isinstance(Lie(), int), isinstance(Lie(), Lie), isinstance(Lie(), str), type(Lie())

class Lie2:
    @property
    def __class__(self): raise ValueError('no class')

isinstance(Lie2(), int)

isinstance(Lie2(), Lie2)

class Lie3:
    @property
    def __class__(self): raise AttributeError('no class')

isinstance(Lie3(), int)

class Lie4: __class__ = 5

isinstance(Lie4(), int)

class M(type):
    def __instancecheck__(cls, o): print('ic', cls.__name__, o); return []
    def __subclasscheck__(cls, c): print('sc', cls.__name__, c); return 'yes'

class C(metaclass=M): pass

isinstance(1, C), isinstance(C(), C), issubclass(int, C), issubclass(C, C)

isinstance(1, (C, int))

class M(type):
    def __instancecheck__(cls): pass

class C(metaclass=M): pass

isinstance(1, C)

class M(type):
    __instancecheck__ = None
    __subclasscheck__ = None

class C(metaclass=M): pass

isinstance(1, C)

issubclass(int, C)

isinstance(C(), C)

class M(type):
    def __instancecheck__(cls, o): raise KeyError('ic')

class C(metaclass=M): pass

isinstance(1, C)

isinstance(C(), C)

class AbsLike:
    def __init__(self, *b): self.bases = b
    @property
    def __bases__(self): print('bases'); return self.bases

a = AbsLike(); b = AbsLike(a); c = AbsLike(b, a)

issubclass(c, a), issubclass(a, c), issubclass(b, b)

issubclass(int, a)

issubclass(a, int)

class Inst:
    def __init__(self, c): self.c = c
    @property
    def __class__(self): return self.c

isinstance(Inst(c), a), isinstance(Inst(a), c)

class NB: __bases__ = 3

issubclass(NB(), int)

isinstance(1, NB())

class RB:
    @property
    def __bases__(self): raise RuntimeError('rb')

issubclass(RB(), int)

isinstance(1, RB())

class InstC:
    def __instancecheck__(self, o): return o == 3
    def __subclasscheck__(self, o): return o is int

isinstance(3, InstC()), isinstance(4, InstC()), issubclass(int, InstC()), issubclass(str, InstC())

isinstance(3, (str, InstC()))

type.__instancecheck__(int, True), type.__subclasscheck__(int, bool), type.__instancecheck__(int, 'a')

type.__subclasscheck__(int, 3)

type.__instancecheck__(3, 3)

int.__instancecheck__(3)

int.__subclasscheck__(3)

int.__subclasshook__(3), object.__subclasshook__()
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
