# reference: 3.2.5
# Arguments, results and errors of sets.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
set(1)

set([[]])

set(1, 2)

set(x=1)

frozenset(x=1)

frozenset([1], [2])

frozenset() is frozenset(), frozenset([]) is frozenset(), frozenset({1}) is frozenset({1})

f = frozenset([1]); frozenset(f) is f, f.copy() is f, set(f) is f

s = {1, 2, 3}

s.add()

s.add([])

s.add({1})

s.remove(9)

s.remove([])

s.remove({9})

s.discard([])

s.discard({1})

s.discard(9)

s.discard(9, 8)

s.pop(1)

set().pop()

s.update(3)

s.update([4], {5: 6}, 'z'); sorted(s, key=str)

s.update([[]])

s.union(3)

sorted(s.union([9], [8]), key=str)[:2]

{1, 2}.intersection(3)

{1, 2}.difference([1], [9]), {1, 2}.difference()

{1, 2}.difference([[]])

{1, 2}.intersection([[]])

{1, 2}.symmetric_difference([2, 3]), {1}.symmetric_difference({1: 2})

{1, 2}.symmetric_difference()

{1, 2}.symmetric_difference([[]])

{1}.issubset([1, 2]), {1}.issubset(3) if 0 else None, {1}.issuperset([]), {1}.isdisjoint([2]), {1}.isdisjoint([1])

{1}.issubset(3)

{1}.issuperset(3)

{1}.isdisjoint(3)

{1} | [1]

{1} & 3

{1} - [1]

{1} ^ 'a'

[1] | {1}

s |= [1]

s &= 3

{1} < [1]

{1} <= 3

{1} == [1], {1} != [1], {1} == frozenset([1]), {1} < {1, 2}, {1} <= {1}, {2} > {1}, {1, 2} >= {1}

{1} + {2}

hash(set())

hash(frozenset([1, 2])) == hash(frozenset([2, 1]))

{frozenset([1]): 'x'}[frozenset([1])]

{1} in {frozenset([1])}, {1} in [{1}]

[] in {1}

s[0]

s.x = 1

s.__contains__([])

{1, 1.0, True}, len({1, 1.0, True, '1'})

type({1} | frozenset([2])), type(frozenset([1]) | {2}), type({1}.union(frozenset())), type(frozenset().union({1}))

class S(set): pass

class F(frozenset): pass

type(S([1]) | {2}), type(S([1]).copy()), type(S([1]).union([2])), type(F([1]) | {2}), type(F([1]).copy()), type(F() & F())

S([1]), F([1]), S(), F(), repr(set()), repr(frozenset())

S(a=1)

F(a=1)

class S2(set):
    def __init__(self, *a, **k): super().__init__(*a)

S2([1], k=2)

class F2(frozenset):
    def __new__(cls, *a, k=0): return super().__new__(cls, *a)

F2([1], k=2)

a = {1, 2, 3}; a &= a; a |= a; a -= {1}; a ^= {2, 5}; a

a = {1, 2}; a -= a; a

a = {1, 2}; a ^= a; a

a = {1, 2}; a.difference_update(a); a

a = {1, 2}; a.symmetric_difference_update([2, 2, 3]); a

a = {1, 2}; a.intersection_update([2], [2, 3]); a

a.symmetric_difference_update()

a.update(); a.difference_update(); a.intersection_update(); a

s = {1}; s.__init__([5, 6]); s

s = {1}; s.clear(), s

s = {1}; s.copy() is s, s.copy() == s

frozenset([1]).add

frozenset([1]).__ior__

f = frozenset([1]); f |= {2}; f

it = iter({1}); it.__length_hint__(), list(it), it.__length_hint__()

it = iter({1, 2}); next(it); it.__reduce__()[1:] == ([2],)

list(it)

set.__reduce__({1}), S([1]).__reduce__()

x = S([1]); x.a = 5; x.__reduce__()

set[int], frozenset[str]

set.__or__({1}, [2]), set.__rsub__({1}, {2}), set.__eq__({1}, 3), set.__lt__({1}, 3)

set.__contains__({1}, 1), set.__len__({1}), set.__and__({1}, {1})
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
