# reference: 3.3.1
# T.__new__ of built-in types checks its class; types that cannot be instantiated.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
int.__dict__['__new__'](int, 3)

int.__new__(int, 3), int.__new__(bool, 3)

int.__new__(3)

int.__new__()

int.__new__(str)

bool.__new__(int)

bool.__new__(bool, [])

object.__new__(list)

list.__new__(object)

tuple.__new__(list)

str.__new__(str, 3)

dict.__new__(dict, 1, 2)

type(None)()

type(None)(1)

type(NotImplemented)()

type(...)()

type(...)(1)

type(lambda:0)()

type(len)()

type([].append)()

type(iter([]))()

type({}.keys())()

type((x for x in ()))()

type(int.real)()

type(type.__dict__)()

type(type.__dict__)({}) == {}

type(sys)()

type(sys)(1)

type(sys)('a', 1)

type(sys)('a', 'b').__doc__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
