# reference: 3.2.8.2
# Bound methods: making, comparing, attributes, errors.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
import types

def fn(a, b=1) -> int: "fdoc"; return (a, b)

fn.attr=5

types.MethodType(fn, 3)

types.MethodType(fn, 3)()

types.MethodType(fn, None)

types.MethodType(3, 3)

types.MethodType(fn)

types.MethodType(fn, 1, 2)

types.MethodType(func=fn)

m = types.MethodType(fn, 3)

m == types.MethodType(fn, 3), m == types.MethodType(fn, 4), hash(m) == hash(types.MethodType(fn,3))

m < m

m.attr = 3

m.__func__ = 3

del m.__self__

m.nope

m.__get__(4) is m

m.__reduce__()

sorted(types.MethodType.__dict__)

class CallableX:
    def __call__(self, *a): return a
    def __repr__(self): return 'CX'

types.MethodType(CallableX(), 1)

types.MethodType(CallableX(), 1)(2)

class NM:
    __qualname__ = 3
    def __call__(self): pass

class Subm(types.MethodType): pass

types.MethodType(types.MethodType(fn, 1), 2)()

dir(m)[-8:]

class Hostile:
    def __eq__(self, o): return False
    def m(self): pass

h = Hostile(); h.m == h.m

h.m.__hash__()==hash(h.m)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
