# reference: 3.3.12
# Operators do not ask __getattr__; errors in attribute hooks.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A:
    def __getattr__(self, n): return lambda *a: n

len(A())

A()[0]

A() + 1

A()()

iter(A())

bool(A())

str(A())[:10]

hash(A()) != 0

with A(): pass

class A:
    def __getattr__(self, n): raise KeyError(n)

A().x

getattr(A(), 'x', 1)

hasattr(A(), 'x')

class A:
    def __getattr__(self, n): raise AttributeError('my ' + n)

getattr(A(), 'x', 1)

hasattr(A(), 'x')

A().x

class A:
    def __getattribute__(self, n): raise AttributeError('ga ' + n)
    def __getattr__(self, n): return 'fallback ' + n

A().x

A().__class__

A().__dict__

class A:
    def __getattr__(self): pass

A().x

class A:
    __getattr__ = None

A().x

class A:
    __getattribute__ = None

A().x

class A:
    def __setattr__(self): pass

A().x = 1

class A:
    __setattr__ = None

A().x = 1

class A:
    __delattr__ = None

del A().x

A().x = 1
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
