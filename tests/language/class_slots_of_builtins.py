# reference: 3.3.2.4
# __slots__ in subclasses of built-in types.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class S(str): __slots__ = ('a',)

class S(int): __slots__ = ('a',)

class S(tuple): __slots__ = ('a',)

class S(bytes): __slots__ = ('a',)

class S(int): __slots__ = ()

S(3).x = 1

S(3).__dict__

class S(tuple): __slots__ = ()

S((1,2)).x = 1

class S(str): __slots__ = ()

class S(str): __slots__ = ('__dict__',)

S('a').__dict__

class S(int): __slots__ = ('__dict__',)

class S(int): __slots__ = ('__weakref__',)

class S(tuple): __slots__ = ('__weakref__',)

class S(type): __slots__ = ('a',)

class S(type): __slots__ = ()

class S(list): __slots__ = ('a','b')

s = S([1,2]); s.a = 4; s.a, s

class S2(S): __slots__ = ('c',)

s = S2(); s.c = s; s.a = 1; s.c is s

class S3(S2): pass

s = S3(); s.c = 1; s.zz = 3; s.__dict__

class S(dict): __slots__ = ('a',)

S(a=1)

class S(set): __slots__ = ('a',)

s = S([1]); s.a = 3; s.a

class S(Exception): __slots__ = ('a',)

s = S(1); s.a = 3; s.b = 3; s.__dict__

class S(float): __slots__ = ('a',)

s = S(1.5); s.a = 3; s.a, s

class S(complex): __slots__ = ('a',)

class S(bytearray): __slots__ = ('a',)

class S(frozenset): __slots__ = ('a',)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
