# reference: 3.2.5.2
# List operations whose elements change the list while it is being used.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class Clear:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.clear(); return False
    def __lt__(self, o): self.l.clear(); return True
    def __repr__(self): return 'Clear'

def mk(n=3):
    l = []
    l.extend([Clear(l)] * n)
    return l

l = mk(); l.index(5)

l = mk(); l.count(5), l

l = mk(); l.remove(5)

l = mk(); 5 in l, l

l = mk(); l == [1, 2, 3]

l = mk(); l != [1, 2, 3]

l = mk(); l < [1, 2, 3]

l = mk(); l.sort()

l

l = mk(); [1, 2, 3] == l

l = mk(); max(l), l

class Pop:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.pop(); return True

l = []; l += [Pop(l), 1, 2]; l.remove(7); l

l = [1, 2, 3]

for x in l: l.remove(x)

l

l = [1, 2, 3]

for x in l:
    if len(l) < 8: l.append(x)

l

l = [1, 2, 3]; it = iter(l); next(it); l.clear(); list(it), l.append(5), list(it)

l = [3, 1, 2]

l.sort(key=lambda x: l.append(x) or x)

l

l = [3, 1, 2]; l.sort(key=lambda x: len(l)); l

class BadLt:
    def __lt__(self, o): raise RuntimeError('lt')

l = [BadLt(), BadLt(), 1]; l.sort()

len(l)

class BadIdx:
    def __index__(self): l.clear(); return 0

l = [1, 2, 3]; l[BadIdx()]

l = [1, 2, 3]; l[BadIdx()] = 5

l = [1, 2, 3]; del l[BadIdx()]

l = [1, 2, 3]; l.insert(BadIdx(), 'x'); l

l = [1, 2, 3]; l.pop(BadIdx())

l = [1, 2, 3]; l[BadIdx():]

l = [1, 2, 3]; l[BadIdx():2] = 'ab'; l

l = [1, 2, 3]; l * BadIdx(), l

l = [1, 2, 3]; l.index(1, BadIdx())

class BadIdx2:
    def __index__(self): return 'x'

[1][BadIdx2()]

[1][BadIdx2():]

class BadIdx3:
    def __index__(self): raise ZeroDivisionError('idx')

[1][BadIdx3()]

[1][:BadIdx3()]

[1] * BadIdx3()

l = [1]; l[0:1] = (l.append(x) or x for x in range(3)); l

l = [1, 2]; l.extend(l.append(x) or x for x in range(3)); l

class LieLen(list):
    def __len__(self): return 100

LieLen([1, 2])[-1], list(LieLen([1])), len(LieLen()), bool(LieLen()), [*LieLen([1])]

class OwnIter(list):
    def __iter__(self): return iter('own')

list(OwnIter([1, 2])), [*OwnIter([1])], tuple(OwnIter([1])), sorted(OwnIter([1])), [0] + OwnIter([1]), set(OwnIter([1])) == set('own')

a, b, c = OwnIter([1]); a, b, c

def f(*a): return a

f(*OwnIter([1]))

l = []; l += OwnIter([1]); l.extend(OwnIter([2])); l

l = [0]; l[0:1] = OwnIter([1]); l

'-'.join(OwnIter([1]))

list(zip(OwnIter([1]), OwnIter([2]))), list(map(str, OwnIter([1]))), list(enumerate(OwnIter([1])))
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
