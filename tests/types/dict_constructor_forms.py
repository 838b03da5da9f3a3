# reference: 3.2.7.1
# dict(): every form of argument and every error.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
dict()

dict(None)

dict(1)

dict([1])

dict([(1,)])

dict([(1,2,3)])

dict(['ab','cd'])

dict(['abc'])

dict([[1,2]], x=3)

dict({1:2}, **{'a':1})

dict(**{1:2})

dict(1,2)

dict([([],1)])

dict({}, {})

dict(self=1, other=2, iterable=3)

class K:
    def keys(self): return ['a','b']
    def __getitem__(self, k): return k*2

dict(K())

class K:
    def keys(self): return 3

dict(K())

class K:
    keys = 3

dict(K())

class K:
    def keys(self): return ['a']

dict(K())

class K:
    def keys(self): raise ValueError('k')
    def __iter__(self): return iter([(1,2)])

dict(K())

class K:
    @property
    def keys(self): raise AttributeError('zz')
    def __iter__(self): return iter([(1,2)])

dict(K())

d = {}; d.update()

d.update(None)

d.update([1])

d.update(1, 2)

d.update([(1,2)], a=3); d

d.update({1:5}); d

d.update(self=3); d

dict.update()

dict.update(3)

dict.fromkeys()

dict.fromkeys(1)

dict.fromkeys('abc')

dict.fromkeys('abc', [])

dict.fromkeys('abc', 1, 2)

dict.fromkeys(['a'], value=3)

class D(dict):
    def __setitem__(self, k, v): print('set', k, v); super().__setitem__(k, v)
    def __new__(cls, *a): print('new', a); return super().__new__(cls)

D.fromkeys('ab')

D.fromkeys({'x': 1, 'y': 2}, 5)

D.fromkeys({'x', }, 5)

class D(dict):
    def __new__(cls, *a): return [1]

D.fromkeys('ab')

class D(dict):
    def __new__(cls, *a): return {'z': 1}

D.fromkeys('ab')

class D(dict):
    def __init__(self, *a): print('init', a)

D.fromkeys('ab', 3)

dict(a=1)|dict(b=2)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
