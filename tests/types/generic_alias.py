# reference: 3.3.5
# types.GenericAlias: attributes, equality, calls, what it refuses.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
GA = type(list[int])

list[int], dict[str, int], tuple[int, ...], tuple[()], type[int], set[int], frozenset[int]

list[list[int]], list[None], list['x'], list[...], list[int, str]

list[int].__origin__, list[int].__args__, list[int].__parameters__, list[int].__unpacked__

tuple[()].__args__, tuple[int, ...].__args__

list[int] == list[int], list[int] == list[str], list[int] == list, list[int] != list[int], list[int] is list[int]

hash(list[int]) == hash(list[int])

{list[int]: 1}[list[int]]

list[int](), list[int]([1]), dict[str, int](a=1), tuple[int, ...]('ab')

list[int].append, list[int].__name__, list[int].__qualname__, list[int].__module__, list[int].__doc__ == list.__doc__

list[int].nope

list[int].x = 1

list[int].__origin__ = 1

isinstance([], list[int])

issubclass(list, list[int])

isinstance(list[int], type), type(list[int]) is GA, list[int].__class__

class A(list[int]): pass

A.__mro__, A.__orig_bases__, A.__bases__

class B(list[int], dict[str, int]): pass

list[int].__mro_entries__(())

list[int][str]

list[[]]

GA(list, int), GA(list, (int,)), GA(int, ()), GA(3, 4)

GA(list)

GA(list, int, 3)

GA()

GA(list, int, x=3)

list[int] | None, list[int] | str, str | list[int], list[int] | list[int], list[int] | list[str]

list[int] | 3

list[int] + 3

next(iter(list[int]))

list(list[int])

[*list[int]][0].__unpacked__, [*tuple[int, str]][0]

x = next(iter(tuple[int])); x == tuple[int], x.__unpacked__

tuple[*tuple[int, str]], tuple[*tuple[int, ...]].__args__

class Sub(GA): pass

Sub(list, int), Sub(list, int).__args__, Sub(list, int) == list[int]

class C:
    def __class_getitem__(cls, k): return GA(cls, k)

C[int]

C[int]().__orig_class__

C[3, 'x', None, ..., int]

class Slotted:
    __slots__ = ()
    __class_getitem__ = classmethod(GA)

class D(C[int]): pass

D.__orig_bases__, D.__mro__[1]

type[int] | None

copy_args = list[int].__reduce__(); copy_args

dir(list[int])[:5] == dir(list)[:5], '__origin__' in dir(list[int]), '__args__' in dir(list[int])

repr(list[lambda: 0])[:20]

list[list[...]], list[(1, 2)], list[[1, 2]], list[[int, str], ...]

GA(list, [int])

list[int].__init__

int[3]

object[3]

A[3]

class N: pass

N[int]

N()[int]

class BadCGI:
    __class_getitem__ = 3

BadCGI[1]

class NonStatic:
    def __class_getitem__(cls, item): return cls.__name__, item

class Derived(NonStatic): pass

Derived[5], NonStatic[1, 2], NonStatic[1:2]

NonStatic()[1]

class MG(type):
    def __getitem__(cls, k): return ('meta', k)

class WithBoth(NonStatic, metaclass=MG): pass

WithBoth[1]
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
