# reference: 3.2.7.1
# Every dict method with keys whose __hash__ or __eq__ fail or change the dict.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class BH:
    def __hash__(self): raise ValueError('bh')

class BE:
    def __init__(self, h=1): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o): raise KeyError('be')

b = BE(); d = {b: 1}

d[BH()]

d[BE()]

d.get(BH())

d.get(BE(), 3)

d.pop(BH(), 3)

d.pop(BE(), 3)

d.pop(BE())

d.setdefault(BE(), 4)

d.setdefault(BH(), 4)

BE() in d

BH() in d

d[BE()] = 3

del d[BE()]

del d[BH()]

d == {BE(): 1}

d | {BE(): 1}

d.update({BE(): 1})

d |= {BE(): 1}

len(d), d[b]

{BE(): 1, BE(): 2}

{**d, BE(): 2}

dict([(BE(), 1), (BE(), 2)])

dict.fromkeys([BE(), BE()])

{k: 1 for k in [BE(), BE()]}

d.keys() & [BE()]

(BE(), 1) in d.items()

class Clearer:
    def __init__(self, d): self.d = d
    def __hash__(self): return 1
    def __eq__(self, o): self.d.clear(); return False

d = {}; d[Clearer(d)] = 1; d[1] = 2; d

d = {}; d[Clearer(d)] = 1; d.setdefault(1, 5), d

d = {}; d[Clearer(d)] = 1; d.pop(1, 'def'), d

d = {}; d[Clearer(d)] = 1; 1 in d, d

d = {}; d[Clearer(d)] = 1; d.get(1, 'no'), d

class Adder:
    n = 0
    def __init__(self, d): self.d = d
    def __hash__(self): return 1
    def __eq__(self, o):
        Adder.n += 1
        if Adder.n < 50: self.d[Adder.n + 100] = 1
        return False

d = {}; d[Adder(d)] = 1; d.get(1), len(d)

class Evil:
    def __eq__(self, o): d2.clear(); return True
    def __hash__(self): return hash('a')

d1 = {'a': 1}; d2 = {Evil(): 1}

d1 == d2

class Evil2:
    def __eq__(self, o): d3.clear(); return True

d3 = {'a': Evil2(), 'b': 2}

d3 == {'a': 1, 'b': 2}

{1: float('nan')} == {1: float('nan')}

x = float('nan')

{1: x} == {1: x}

{x: 1} == {x: 1}

{True: 'a', 1: 'b', 1.0: 'c'}

class I(int): pass

{I(3): 1}[3], {3: 1}[I(3)]

class S(str):
    def __hash__(self): return 5
    def __eq__(self, o): return True

{S('a'): 1}['a']

{S('a'): 1}[S('b')]

class S2(str): pass

{S2('a'): 1}['a'], {'a': 1}[S2('a')]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
