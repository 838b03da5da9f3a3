# reference: 3.3.2.4
# Names in __slots__: refused, special, mangled.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A: __slots__ = 'a'

class H: __slots__ = 1

class H: __slots__ = (1,)

class H: __slots__ = 'a b'

class H: __slots__ = ('1a',)

class H: __slots__ = ('',)

class H: __slots__ = ('a','a')

H().a

class H: __slots__ = ('__dict__',)

H().__dict__, H().__slots__

H().x

class H: __slots__ = ('__dict__','__dict__')

class H: __slots__ = ('__weakref__','__weakref__')

class H(A): __slots__ = ('__dict__','__weakref__')

class I(H): __slots__ = ('__dict__',)

class I(H): __slots__ = ('__weakref__',)

class H: __slots__ = ('__dict__','__weakref__', 'a')

sorted(H.__dict__)

class H: __slots__ = ('a',); a = 3

class H: __slots__ = ('__doc__',);

class H:
    "doc"
    __slots__ = ('__doc__',)

class H: __slots__ = ('__module__',)

class H: __slots__ = ('__qualname__',)

H.__qualname__

class H: __slots__ = ('__classcell__',)

class H: __slots__ = ('__slots__',)

class H: __slots__ = ('__class__',)

H().__class__

class H: __slots__ = ('__hash__', '__eq__')

class H: __slots__ = ('__priv', '_x', '__dun__')

sorted(k for k in H.__dict__ if 'p' in k or '_x' in k or 'dun' in k)

class _H: __slots__ = ('__priv',)

[k for k in _H.__dict__ if 'priv' in k]

class ___: __slots__ = ('__priv',)

[k for k in ___.__dict__ if 'priv' in k]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
