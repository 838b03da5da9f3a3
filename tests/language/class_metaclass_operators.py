# reference: 3.3.1
# Operators on classes come from the metaclass.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class MC(type):
    def __getattr__(c, n): return ('ga', n)
    def __len__(c): return 5
    def __getitem__(c, i): return ('gi', i)
    def __contains__(c, i): return i == 3
    def __iter__(c): return iter([1,2])
    def __repr__(c): return 'MC!'
    def __str__(c): return 'str!'
    def __add__(c, o): return 'add'
    def __radd__(c, o): return 'radd'
    def __lt__(c, o): return 'lt'
    def __hash__(c): return 7
    def __bool__(c): return False
    def __instancecheck__(c, o): return 'inst'
    def __subclasscheck__(c, o): return []
    def __dir__(c): return ['b','a']
    def __setattr__(c, n, v): print('sa', n); super().__setattr__(n, v)
    def __delattr__(c, n): print('da', n); super().__delattr__(n)
    def __eq__(c, o): return 'eq'
    def __format__(c, s): return 'fmt' + s
    def __or__(c, o): return 'or'
    def __call__(c): return 'called'
    @property
    def prop(c): return 'mprop'

class U(metaclass=MC): pass

U.foo, len(U), U[1], 3 in U, list(U), U, str(U), U+1, 1+U, U<1, hash(U), bool(U), isinstance(3, U), issubclass(int, U), dir(U), U==3, f'{U:x}', U|3, U(), U.prop

U.a = 1

del U.a

del U.a

vars(U).get('a')

U.prop = 3

U.__add__

1 | U
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
