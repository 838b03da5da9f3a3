# reference: 3.2.7.1
# Arguments and results of dict methods.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
d = {'a': 1, 'b': 2}

d.get()

d.get('a', 1, 2)

d.get(key='a')

d.get([])

d.pop()

d.pop('zz')

d.pop('zz', None)

d.pop('a', 1, 2)

d.pop([])

d.popitem(1)

{}.popitem()

{}.pop('a')

{}.pop([])

{}.pop([], 3)

d.setdefault()

d.setdefault('c')

d.setdefault([], 3)

d.setdefault('a', 9)

d.copy(1)

d.clear(1)

d.keys(1)

d['zz']

d[[]]

d[1,2]

del d['zz']

del d[[]]

d.has_key

d.__missing__

class M(dict):
    def __missing__(self, k): return ('missing', k)

M()[3], M().get(3), 3 in M()

M().pop(3)

class M(dict): __missing__ = 3

M()[1]

class M(dict): __missing__ = None

M()[1]

class M(dict):
    def __missing__(self): pass

M()[1]

class M(dict):
    def __missing__(self, k): raise KeyError('own ' + k)

M()['x']

m = M(); m.__missing__ = lambda k: 3

m['x']

d | 3

d | []

3 | d

d |= 3

d |= [(1, 2)]

d

d |= [1]

d.__or__([(1,2)])

d.__ror__({5: 6})

d.__ior__(None)

{'a': 1} | {'a': 2, 'b': 3} | {'a': 5}

class D(dict): pass

type(D(a=1) | {}), type({} | D()), type(D() | D())

class D2(dict):
    def __or__(self, o): return 'D2or'
    def __ror__(self, o): return 'D2ror'

{} | D2(), D2() | {}

d < d

d + d

d == 3, d != 3

-d

hash(d)

{d: 1}

len(d), bool(d), bool({})

list(reversed({'a': 1, 'b': 2}))

list(reversed({'a': 1, 'b': 2}.items())), list(reversed({'a': 1, 'b': 2}.values())), list(reversed({'a': 1, 'b': 2}.keys()))

iter(d).__length_hint__()

repr(dict(a=dict(b=1)))

d = {}; d['self'] = d; d

d = {}; d[1] = d.items(); d

d = {}; d[1] = d.values(); d

dict.__getitem__({1: 2}, 1)

dict.__contains__({1: 2}, 1)

dict.__len__(3)

dict.__init__({}, 1)

d = {1: 2}; d.__init__({3: 4}, a=1); d

dict.__class_getitem__(int)

dict[int, str]

d.__reversed__(1)

{1: 2}.__eq__({1: 2}), {1: 2}.__ne__({1: 2}), {1:2}.__eq__(3), {1:2}.__lt__({1:2})
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
