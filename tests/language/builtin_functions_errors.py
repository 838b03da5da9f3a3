# reference: 6.3.4
# Arguments and errors of the built-in functions that take iterables.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
sum()

sum(3)

sum([1], 2, 3)

sum(['a'], '')

sum([b'a'], b'')

sum([bytearray()], bytearray())

sum([[1], [2]], []), sum([1.5, 2]), sum([True, 2]), sum([], 5), sum([1], start=2), sum(iter([1, 2]))

sum(['a'])

sum([1], 'a')

sum([0.1] * 10), sum([1e100, 1, -1e100]), sum([1, 2.5, 1+2j])

min()

min([])

min([], default=3), max([], default=None), min([1], default=3)

min(1)

min(1, 2, default=3)

min([1, 'a'])

min(1, 2, key=3)

min([3, 1, 2], key=lambda x: -x), max('abc', 'abd'), max(1, 2.0, True), min([1, 1.0]), max([(1, 'a'), (1, 'b')])

min(1, 2, foo=3)

max(None)

max(*[1, 2], key=None)

any(3)

all(3)

any([]), all([]), any([0, '', 1]), all([1, [], 2])

class BadBool:
    def __bool__(self): raise ValueError('bb')

any([0, BadBool()])

all([1, BadBool()])

class NB:
    def __bool__(self): return 3

any([NB()])

bool(NB())

class NL:
    def __len__(self): return -1

bool(NL())

len(NL())

class NL:
    def __len__(self): return 2**70

len(NL())

bool(NL())

class NL:
    def __len__(self): return 'x'

len(NL())

class NL:
    def __len__(self): return 1.0

len(NL())

len(3)

len()

len([], [])

enumerate()

enumerate(3)

enumerate([], 'x')

enumerate([], 1.5)

list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), next(enumerate('a', 10**30)), list(enumerate(iterable='ab'))

enumerate('a', 1, 2)

enumerate('ab').__reduce__()[1][1]

zip(1)

zip([1], 2)

zip(foo=1)

list(zip()), list(zip([1, 2], 'ab')), list(zip([1], [1, 2])), list(zip([1, 2], 'ab', strict=True))

list(zip([1], [1, 2], strict=True))

list(zip([1, 2], [1], strict=True))

list(zip([1], [1], [1, 2], strict=True))

list(zip([1, 2], [1, 2], [1], strict=True))

list(zip([], [1], strict=True))

list(zip([1], [], strict=[]))

zip([1], strict=True).__reduce__()[2:]

map()

map(len)

list(map(3, [1]))

list(map(lambda a, b: (a, b), 'ab', 'xyz')), list(map(str, []))

map(len, 3)

map(function=len)

list(map(len, [3]))

filter()

filter(None)

filter(None, 3)

list(filter(None, [0, 1, '', 'a'])), list(filter(bool, [0, 2])), list(filter(lambda x: x > 1, [1, 2]))

list(filter(3, [1]))

list(filter(lambda x: BadBool(), [1]))

reversed()

reversed(3)

reversed({1})

reversed(x for x in [])

list(reversed('abc')), list(reversed((1, 2))), list(reversed(b'ab')), list(reversed(bytearray(b'ab')))

class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10

list(reversed(Seq())), 20 in Seq()

class R:
    def __reversed__(self): return 'not iter'

reversed(R())

class R: __reversed__ = None

reversed(R())

class R(list): __reversed__ = None

reversed(R())

class R:
    def __getitem__(self, i): return i

reversed(R())

iter()

iter(3)

iter(3, 4)

iter(len)

class I: __iter__ = None

iter(I())

class I:
    def __iter__(self): return 3

iter(I())

class I:
    def __iter__(self): return self

iter(I())

for x in I(): pass

class I:
    def __next__(self): return 1

iter(I())

next(I())

next(3)

next([])

next(iter([]))

next(iter([]), 'd'), next(iter([1]), 'd')

next()

next(iter([]), 1, 2)

class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError('stop')
        return i

list(G()), 1 in G(), 9 in G(), max(G()), tuple(iter(G()))

class G:
    def __getitem__(self, i):
        if i > 2: raise StopIteration('stop')
        return i

list(G())

class G:
    def __getitem__(self, i): raise KeyError(i)

list(G())

class G:
    __getitem__ = None

n = iter([1, 2, 3]); list(iter(lambda: next(n), 3))

n = iter([1, 2]); list(iter(lambda: next(n), 9))

iter(lambda: 1, 1).__reduce__()[1][1]

callable(3), callable(len), callable(int), callable(lambda: 0), callable(I()), callable()

abs('a')

abs(-3), abs(-2.5), abs(3+4j), abs(True), abs(-2**70)

round('a')

round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(5, -1), round(15, -1), round(2.5, None), round(True)

round(1.5, 'a')

round(1.5, ndigits=1), round(number=2.7)

class Rd:
    def __round__(self, *a): return ('r', a)

round(Rd()), round(Rd(), 3), round(Rd(), None)

divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(-1, 3)

divmod(1, 0)

divmod(1.0, 0)

divmod('a', 1)

divmod(1)

pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), pow(-8, 1/3)

pow(2, 3, 0)

pow(2, -1, 4)

pow(2.0, 3, 5)

pow(2, 3.0, 5)

pow('a', 2)

pow(2)

pow(base=2, exp=3), pow(2, exp=3, mod=5)

chr('a')

chr(2**70)

ord('')

ord('ab')

ord(3)

ord(b'a'), ord(bytearray(b'z')), chr(0x10ffff) == '\U0010ffff', chr(True)

bin(3.0)

hex('a')

oct(None)

class Ix:
    def __index__(self): return 10

bin(Ix()), hex(Ix()), oct(Ix()), chr(Ix()), [0] * Ix() == [0] * 10, range(20)[Ix()], 'abcdefghijklm'[Ix()]

hash([])

hash(3), hash(-1), hash(1.0), hash(True), hash(None) == hash(None), hash(10**20) == hash(float(10**20))

format(3, 4)

format(3, 'x'), format('a', '>3'), format(1.5, '.2f'), format(None), format([]), format(3, ''), format(True, 'd')

format([], 'x')

format(object(), 'x')[:1]

class F:
    def __format__(self, s): return 3

format(F())

class F:
    def __format__(self, s): return s[::-1]

format(F(), 'abc'), f'{F():xyz}', '{:q}'.format(F())

print(1, 2, sep=3)

print(1, end=3)

print(1, file=3)

print(1, 2, sep='-', end='!\n')

print(foo=3)

print(1, 2, sep=None, end=None)

repr()

repr(3, 4)

class Rp:
    def __repr__(self): return 3

repr(Rp())

class Rp:
    def __str__(self): return b'x'

str(Rp())

ascii('é\n\U0001f600'), ascii(['ü'])

input(1, 2)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
