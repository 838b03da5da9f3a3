# reference: 3.3.2.4
# Which classes __class__ may be changed to.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class C1: pass

class C2: pass

class C3: __slots__ = ('a',)

class C4: __slots__ = ('a',)

class C5: __slots__ = ('b',)

class C6: __slots__ = ('a','b')

class C7: __slots__ = ('b','a')

class C8: __slots__ = ()

class C9(int): pass

class C10(int): pass

class C11(list): pass

class C12(C3): pass

class C13(C4): pass

class C14(C1): __slots__ = ('x',)

class C15(C1): pass

def tr(x, c):
    try: x.__class__ = c; return type(x).__name__
    except TypeError as e: return str(e)

cs = [C1,C2,C3,C4,C5,C6,C7,C8,C9,C10,C11,C12,C13,C14,C15,int,object,list,Exception]

for c in cs:
    for d in cs:
        print(c.__name__, d.__name__, tr(c(), d))

C1().__class__ = 3

del C1().__class__

(3).__class__ = C9

C1().__class__ = C1

m = types.ModuleType('m')

class Mod(types.ModuleType):
    def __getattr__(self, n): return 'mod ' + n

m.__class__ = Mod

m.foo

m

m.__class__ = types.ModuleType

m.foo

m.__class__ = C1

C1().__class__ = Mod

class Mod2(types.ModuleType): __slots__ = ('a',)

m.__class__ = Mod2

class Fn: pass

(lambda:0).__class__ = Fn

None.__class__ = Fn

class Meta(type): pass

class Meta2(type): pass

class MC(metaclass=Meta): pass

MC.__class__ = Meta2

type(MC)

MC.__class__ = type

class E1(Exception): pass

class E2(Exception): pass

class E3(OSError): pass

e = E1(1); e.__class__ = E2; e

e.__class__ = E3

e.__class__ = Exception

x = C1(); x.q = 5; x.__class__ = C2; x.q

x.__class__ = C15
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
