# reference: 3.2.7.1
# Dict views as sets.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
d = {'a': 1, 'b': 2, 'c': 3}; k = d.keys(); i = d.items(); v = d.values()

sorted(k & {'a', 'z'}), sorted(k | ['z']), sorted(k - ['a']), sorted(k ^ ['a', 'z'])

sorted(['a', 'z'] & k), sorted(['z'] | k), sorted({'a', 'z'} - k), sorted(['a', 'z'] ^ k)

sorted(['z', 'a'] - k)

type(k & {'a'}), type(k | {'a'}), type(k - k), type(k ^ k)

sorted(i & [('a', 1), ('b', 5)]), sorted(i - [('a', 1)]), len(i | [3]), len(i ^ [3])

k & 3

3 & k

k | 3

k - 3

k ^ None

v & v

v == v, v == d.values()

k == {'a', 'b', 'c'}, k == ['a', 'b', 'c'], k != {'a'}, k <= {'a', 'b', 'c', 'd'}, k < k, k >= {'a'}, k > {'a'}

k < ['a']

k == i, i == {('a', 1), ('b', 2), ('c', 3)}, i <= set(i), i > set()

k.isdisjoint(['z']), k.isdisjoint(['a']), i.isdisjoint([('a', 1)]), k.isdisjoint({})

k.isdisjoint(3)

k.isdisjoint()

k.isdisjoint(k), {}.keys().isdisjoint({}.keys())

v.isdisjoint

'a' in k, 'z' in k, ('a', 1) in i, ('a', 2) in i, ('z', 1) in i, 'a' in i, ('a',) in i, 3 in v, 9 in v

[] in k

([], 1) in i

['a', 1] in i

k.mapping, type(k.mapping), v.mapping['a'], i.mapping == d

k.mapping['a'] = 3

k.mapping = 3

len(k), len(v), len(i)

k, v, i

hash(k)

hash(i)

hash(v) == hash(v)

k + k

k[0]

k.x = 1

k.add

type(k)()

type(k)({})

class KS(type(k)): pass

d['zz'] = 9; k, len(v)

{'a': []}.items() & {('a', 1)}

{'a': []}.items() | set()

{'a': []}.items() == {('a', 1)}

{'a': []}.items() <= set()

{1: 2}.keys() & {1.0}, {1.0: 2}.keys() & {1}

{1: 2}.items() & {(1.0, 2)}
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
