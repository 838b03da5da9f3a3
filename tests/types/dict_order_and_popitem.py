# reference: 3.2.7.1
# Order after deletion, insertion, popitem, update.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
d = {k: i for i, k in enumerate('abcdef')}

del d['c']; d['c'] = 9; d

d.popitem(), d.popitem(), d

d['a'] = 'again'; list(d)

d.pop('a'); d['a'] = 1; list(d.items())

d.update(z=1, b=2); d

dict(reversed(d.items()))

d.clear(); d['q'] = 1; d

d.copy() == d, d.copy() is d

d = dict.fromkeys(range(20)); [d.popitem()[0] for _ in range(5)], list(d)

for i in range(15): del d[i]

d

d[0] = 'x'; d

d.popitem(); d.popitem()

d

d.popitem()
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
