# reference: 6.3.2
# The words for objects that cannot be indexed, assigned or deleted.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A: pass

class S:
    def __len__(self): return 3

for o in (A(), S(), 3, 'ab', b'ab', (1,), frozenset(), {1}, None, range(3), 1.5, type(sys.implementation)(), int, list, len, type(type.__dict__)({}), {}.keys(), iter([]), slice(1), ..., A):
    for k in (0, 'x', slice(1), None):
        for f in (lambda: o[k], lambda: o.__class__ and exec('o[k] = 1', {'o': o, 'k': k}), lambda: exec('del o[k]', {'o': o, 'k': k})):
            try: print(type(o).__name__, repr(k), f())
            except Exception as e: print(type(o).__name__, repr(k), type(e).__name__, e)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
