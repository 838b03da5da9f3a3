# reference: 3.2.5
# Sets whose elements misbehave while the set is used.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class BH:
    def __hash__(self): raise ValueError('bh')

class BE:
    def __hash__(self): return 1
    def __eq__(self, o): raise KeyError('be')

b = BE(); s = {b}

BE() in s

s.add(BE())

s.remove(BE())

s.discard(BE())

s.add(BH())

{BH()}

{BE(), BE()}

set([BE(), BE()])

s | {BE()}

s & {BE()}

s - {BE()}

s ^ {BE()}

s == {BE()}

s <= {BE()}

s.isdisjoint({BE()})

s.isdisjoint([BE()])

s.update([BE()])

s.intersection([BE()])

s.difference_update([BE()])

frozenset([BE(), BE()])

len(s), b in s

class Clr:
    def __init__(self, s): self.s = s
    def __hash__(self): return 1
    def __eq__(self, o): self.s.clear(); return False

s = set(); s.add(Clr(s)); 1 in s, s

s = set(); s.add(Clr(s)); s.add(1); s

s = set(); s.add(Clr(s)); s.discard(1), s

s = set(); s.add(Clr(s)); s == {1}

s = {1, 2, 3}

for x in s: s.add(x + 10)

s = {1, 2, 3}

for x in s: s.discard(x)

s = {1, 2}

for x in s: s.discard(9)

s = {1, 2}; it = iter(s); next(it); s.add(5)

next(it)

next(it)

list(it)

class Idx(int):
    def __eq__(self, o): return int(self) == o
    __hash__ = None

{Idx(1)}

Idx(1) in {1}

class SK:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == getattr(o, 'v', o)
    def __repr__(self): return f'SK({self.v})'

{SK(1), 1}, {1, SK(1)}, {SK(1)} & {1}, {1} & {SK(1)}, {SK(1)} | {1}, {1} - {SK(1)}, {SK(1)} == {1}

s = {SK(1)}; s.add(1); s, s.remove(1), s

{1: 'a'}.keys() & {SK(1)}

sorted(map(repr, {1}.intersection([SK(1)]))), {SK(1)}.intersection([1])

x = set(); y = frozenset([1]); x.add(y); {1} in x, x.discard({1}), x
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
