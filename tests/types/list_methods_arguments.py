# reference: 3.2.5.2
# Arguments, results and errors of list methods and operators.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
list()

list(1)

list([1], 2)

list(x=1)

list('abc'), list((1, 2)), list({1: 2}), list(range(3))

a = [1, 2, 3]

a.append()

a.append(1, 2)

a.append(x=1)

a.extend(3)

a.extend('ab'); a

a.extend(a); a

a = [1, 2, 3]; a.insert(1)

a.insert('x', 1)

a.insert(1.0, 1)

a.insert(-100, 'first'); a.insert(100, 'last'); a.insert(-1, 'x'); a

a.insert(2**70, 1)

a.pop('x')

a.pop(1.5)

a.pop(100)

[].pop()

[].pop(0)

a.pop(-1), a.pop(0), a

a.remove('nope')

a.remove()

a.index('nope')

[1, 2, 3, 2].index(2, 2), [1, 2, 3].index(3, -1), [1,2,3].index(1, 0, 100)

[1, 2].index(1, 1)

[1, 2].index(1, 'a')

[1, 2].index(1, 0, None)

[1, 2].index()

[1, 1, 2].count(1), [1].count()

a.reverse(1)

a.clear(1)

a.copy(1)

a.sort(1)

a.sort(key=1)

[3, 1].sort(key=1)

[3, 1].sort(cmp=1)

[3, 'a'].sort()

[3, 'a', None].sort(key=str)

sorted()

sorted(3)

sorted([1], key=None, reverse=True)

sorted([1], None)

sorted(iterable=[1])

sorted([2, 1], reverse='yes')

sorted([2, 1], reverse=[])

sorted([2, 1], reverse=None)

a = [1, 2, 3]

a[0], a[-1], a[True], a[::-1], a[5:], a[-2:]

a[3]

a[-4]

a['x']

a[1.0]

a[None]

a[1, 2]

a[2**70]

a[::0]

a['a':]

a[3] = 1

a[-4] = 1

a['x'] = 1

a[1.5] = 2

a[0:1] = 5

a[0:1] = 'xy'; a

a[::2] = [1]

a[::2] = 5

a[::2] = 'pq'; a

a[::0] = []

a[5:2] = ['in']; a

del a[100]

del a['x']

del a[::2]; a

del a[:]; a

a + (1,)

a + 3

3 + a

a += 3

a += (1, 2); a

a += 'xy'; a

a * 2, 2 * a, a * -1, a * True

a * 1.5

a * 'x'

a * a

a * 2**70

a *= 2; a

a *= 'x'

a *= 0; a

a < 3

[1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == (1, 2), [1, [2]] <= [1, [2, 3]]

[1] < ['a']

[1, 'a'] < [1, 2]

[1, 'a'] == [1, 2], [1, 'a'] != [1, 2]

hash([])

{[]: 1}

-[]

not [], bool([0])

3 in [1, 3.0], 'a' in [1], [] in [[]]

len([1, 2]), repr([]), str([1, 'a', None, [2]])

list.__init__([1], 'ab')

a = [1]; a.__init__(); a

a = [1]; a.__init__('ab'); a

[].__class_getitem__(int)

[].__iter__().__length_hint__(), iter([1, 2]).__length_hint__()

it = iter([1, 2, 3]); next(it); it.__reduce__()[1:], it.__setstate__(0), list(it)

it.__reduce__()

it = reversed([1, 2]); it.__reduce__()[1:], next(it), it.__length_hint__(), list(it)

list.append

[].append.__self__

list.nope

[].nope

[].append = 3

del [].append
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
