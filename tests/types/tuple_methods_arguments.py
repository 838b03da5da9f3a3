# reference: 3.2.5.1
# Arguments, results and errors of tuples.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
tuple()

tuple(3)

tuple(1, 2)

tuple(x=1)

tuple('ab'), tuple([1]), tuple({1: 2})

t = (1, 2, 3)

tuple(t) is t, t[:] is t, t[0:3] is t, t * 1 is t, t + () is t, tuple([]) is tuple()

t[3]

t['x']

t[1.5]

t[0] = 1

del t[0]

t.x = 1

t + [1]

t + 3

t * 'x'

t * -1, t * 2, 2 * t

t * 2**70

t.index(9)

t.index(2, 2)

t.index(3, -1), t.count(1), t.count(9)

t.index()

t.append

t < [1]

(1, 2) < (1, 2, 0), (1, 'a') == (1, 2), (1, 2) < (2,), () < (0,)

(1, 'a') < (1, 2)

hash((1, 2)) == hash((1, 2)), hash(()) == hash(())

hash((1, []))

{(1, []): 3}

t += (4,); t

t.__getnewargs__()

(1,), (), (1, 2), ((),), (((1,),),)

class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)

tt = T(1); tt.attr = 5; tt.attr, tt.__dict__

tuple(T(1, 2)), type(tuple(T(1)))

T.__getitem__(T(5, 6), 1)

tuple.__new__(T, [1, 2])

tuple.__new__(T)

tuple.__new__(T, 1, 2)

tuple.__getitem__([1], 0)

x = ([],); x[0] += [1]

x

iter(t).__length_hint__(), list(reversed(t))

it = iter(t); next(it); it.__reduce__()[1:], it.__setstate__(2), list(it), it.__reduce__()

t.__class_getitem__(int), tuple[int]

t.__contains__(1), t.__len__(), t.__ne__((1,)), t.__eq__([1]), t.__lt__(3), t.__add__((1,)), t.__mul__(0), t.__rmul__(1)

t.__add__([1])

t.__mul__('x')

t.__getitem__('x')
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
