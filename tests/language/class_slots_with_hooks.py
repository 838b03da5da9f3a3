# reference: 3.3.2.4
# __slots__ beside __setattr__; odd names and iterables.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class Sn:
    __slots__ = ('d',)
    def __setattr__(self, n, v): object.__setattr__(self, n, v*2)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __getattribute__(self, n): return ('gat', object.__getattribute__(self, n))

s = Sn(); s.d = 4; s.d

del s.d

del s.d

s.d

class Q:
    __slots__ = ('x','y')

Q.__slots__ = ('zz',)

Q().zz = 1

class W: __slots__ = ('é',)

W().é = 3

class W: __slots__ = ('ª',)

W().ª

class strsub(str): pass

class W: __slots__ = (strsub('k'),)

W().k

class W: __slots__ = strsub('k')

W.k

class W: __slots__ = b'k'

class W: __slots__ = {strsub('k'): 1}

class It:
    def __iter__(self): 1/0

class W: __slots__ = It()

class It:
    def __iter__(self): return iter(['m'])
    def keys(self): return ['n']

class W: __slots__ = It()

W.m
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
