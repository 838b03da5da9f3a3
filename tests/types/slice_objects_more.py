# reference: 3.2.13.4
# slice(): fields, indices(), comparison, hashing, errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
slice()

slice(1, 2, 3, 4)

slice(stop=3)

slice(5), slice(1, 2), slice(1, 2, 3), slice(None, None, 'x')

s = slice(1, 10, 2); s.start, s.stop, s.step

s.start = 3

s.x = 3

s.indices(5), s.indices(100), slice(None).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(10, -10, -3).indices(7)

s.indices(-1)

s.indices('a')

s.indices(2.0)

s.indices()

slice(None, None, 0).indices(3)

slice('a').indices(3)

slice(None, 2.0).indices(3)

slice(0, 10**30).indices(10**29), slice(-10**30, 10**30, 10**25).indices(5)

slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1, 2, None), slice(1) == slice(1, None), slice(1, 2) != slice(2), slice(1, 2) < slice(1, 3), slice(None, 1) < slice(None, 2)

slice(None) < slice(1)

slice(1) < 1

hash(slice(1, 2)) == hash(slice(1, 2, None))

hash(slice([]))

{slice(1): 2}[slice(1)]

slice(1).__reduce__()

class SS(slice): pass

class IX:
    def __init__(self, v): self.v = v
    def __index__(self): print('index', self.v); return self.v

'abcdef'[IX(1):IX(5):IX(2)]

slice(IX(1), IX(5)).indices(IX(3))

[1, 2, 3][IX(0):] , (1, 2)[:IX(1)], b'abc'[IX(-1):], range(5)[IX(1):IX(3)]

class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)

G()[1:2], G()[:], G()[::3], G()[1:2, 3], G()[..., 1:], G()['a':'b':'c'], G()[1:2:None]

G()[1:2] = 3

del G()[::2]

G()[*[1, 2], 3], G()[*'ab']

repr(slice(slice(1), (2,), [3]))
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
