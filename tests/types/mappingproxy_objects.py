# reference: 3.3.2
# The read-only proxy of a mapping.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
MP = type(type.__dict__)

m = MP({'a': 1, 'b': 2})

m['a'], m.get('a'), m.get('z', 5), len(m), 'a' in m, list(m), m.keys(), m.values(), m.items(), m.copy()

m['z']

m['a'] = 3

del m['a']

m.clear

m.update

m.pop

m.x = 3

m | {'c': 3}, {'c': 3} | m, m | m

m | 3

m |= {'q': 1}

m

m = MP({'a': 1})

m == {'a': 1}, m == MP({'a': 1}), m != {}, m < {}

m

str(m), repr(MP({}))

hash(m)

list(reversed(m))

MP()

MP(1)

MP([])

MP((1,))

MP('a')

MP(m)['a']

MP({}, {})

MP(mapping={1: 2})

class My:
    def __getitem__(self, k): return ('gi', k)
    def __len__(self): return 7
    def __iter__(self): return iter('xy')
    def __contains__(self, k): return True
    def get(self, *a): return a
    def __or__(self, o): return 'or'
    def __repr__(self): return 'MY'
    def __hash__(self): return 5

p = MP(My())

p[3], len(p), list(p), 9 in p, p.get(1), p.get(1, 2), p | 3, p, hash(p)

p.keys()

p.copy()

class Sub(MP): pass

MP[int, str]

d = {}; p = MP(d); d['later'] = p; p

sorted(n for n in dir(MP) if not n.startswith('__'))
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
