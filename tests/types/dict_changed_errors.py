# reference: 3.2.7.1
# What iterating over a dict says when the dict changes.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
d = {1: 1, 2: 2, 3: 3}

for k in d: d[k+10] = 1

d = {1: 1, 2: 2, 3: 3}

for k in d: del d[k]

d = {1: 1, 2: 2, 3: 3}

for k in d: d[k] = 5

d

for k in d.items(): d.clear()

d = {1: 1, 2: 2, 3: 3}

for k in d: del d[k]; d[k] = 1

d = {1: 1, 2: 2, 3: 3}

it = iter(d); next(it); d[4] = 4

next(it)

next(it)

it = iter(d.items()); next(it); d.pop(4)

next(it)

it = reversed(d); next(it); d[7] = 3

next(it)

it = iter({}); next(it, 'end'), next(it, 'end')

it = iter(d); d.pop(7); d[8] = 1

list(it)

[*map(lambda k: d.setdefault(k*100, 1), d)]

d = {1: 2}

{k: d.update({k+1: 1}) for k in d}

list(d.items()) , d

d = dict.fromkeys('ab')

for k, v in d.items(): d = {}

it = iter({'a': 1, 'b': 2}); it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__()

it = iter({'a': 1, 'b': 2}.items()); next(it); it.__reduce__()[1]

it = iter({'a': 1}); it.__reduce__()[1]

list(it)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
