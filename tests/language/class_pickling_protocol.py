# reference: 3.3.1
# __reduce_ex__, __getstate__, copyreg: how instances of classes and built-in types take themselves apart.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
import copyreg

class A: pass

a.x = 1; a.__reduce_ex__(2)[1:], a.__getstate__()

a.__reduce_ex__(0)[1:], a.__reduce_ex__(1)[1][1:]

a.__reduce__()[0] is copyreg._reconstructor

class S: __slots__ = ('p', 'q', '__r')

s = S(); s.__reduce_ex__(2)[2], s.__getstate__()

s.p = 1; s.__getstate__(), s.__reduce_ex__(3)[2]

s._S__r = 5; s.__getstate__()

s.__reduce_ex__(0)

s.__reduce_ex__(1)

class SD(S): pass

sd = SD(); sd.p = 1; sd.z = 2; sd.__getstate__()

class N(int):
    def __new__(cls, v, extra=None): return super().__new__(cls, v)

N(5).__reduce_ex__(2)[1:], N(5).__getstate__()

class L(list): pass

l = L([1, 2]); l.at = 3; r = l.__reduce_ex__(2); r[1:3], list(r[3]), r[4]

class D(dict): pass

d = D(a=1); r = d.__reduce_ex__(2); r[1:4], list(r[4])

class T(tuple): pass

T((1, 2)).__reduce_ex__(2)[1:3]

class Str(str): pass

Str('ab').__reduce_ex__(2)[1:3]

class GNA:
    def __getnewargs__(self): return (1, 2)

GNA().__reduce_ex__(2)[1:3]

class GNX:
    def __getnewargs_ex__(self): return ((1,), {'k': 2})

GNX().__reduce_ex__(2)[0] is copyreg.__newobj_ex__, GNX().__reduce_ex__(2)[1:3]

class GNX2:
    def __getnewargs_ex__(self): return ((1,), {})

GNX2().__reduce_ex__(2)[0] is copyreg.__newobj__, GNX2().__reduce_ex__(2)[1]

class B1:
    def __getnewargs__(self): return [1]

B1().__reduce_ex__(2)

class B2:
    def __getnewargs_ex__(self): return [1]

B2().__reduce_ex__(2)

class B3:
    def __getnewargs_ex__(self): return (1,)

B3().__reduce_ex__(2)

class B4:
    def __getnewargs_ex__(self): return ([], {})

B4().__reduce_ex__(2)

class B5:
    def __getnewargs_ex__(self): return ((), [])

B5().__reduce_ex__(2)

class G:
    def __getstate__(self): return 'own'

G().__reduce_ex__(2)[2], G().__reduce_ex__(0)[2]

class G0:
    def __getstate__(self): return None

G0().__reduce_ex__(2)[2], len(G0().__reduce_ex__(0))

class R:
    def __reduce__(self): return 'R!'

R().__reduce_ex__(2), R().__reduce__()

class RX:
    def __reduce_ex__(self, p): return ('rx', p)

RX().__reduce_ex__(9), RX().__reduce__()[0] is copyreg._reconstructor

object().__reduce_ex__(2)[1:], object().__getstate__()

object().__reduce_ex__()

object().__reduce_ex__('a')

object().__reduce__(1)

object().__getstate__(1)

(5).__reduce_ex__(2)[1], 'a'.__reduce_ex__(2)[1], (1.5).__reduce_ex__(2)[1], (1+2j).__reduce_ex__(2)[1], b'x'.__reduce_ex__(2)[1], (1, 2).__reduce_ex__(2)[1], True.__reduce_ex__(2)[1]

(5).__getnewargs__(), 'a'.__getnewargs__(), (1.5).__getnewargs__(), (1+2j).__getnewargs__(), b'x'.__getnewargs__()

[1].__reduce_ex__(2)[1:3], {1: 2}.__reduce_ex__(2)[1:3]

(5).__reduce_ex__(0)

(lambda: 0).__reduce_ex__(2)

(x for x in ()).__reduce_ex__(2)

property().__reduce_ex__(2)

type(sys)('m').__reduce_ex__(2)

{}.keys().__reduce_ex__(2)

type(type.__dict__)({}).__reduce_ex__(2)

classmethod(len).__reduce_ex__(2)

len.__reduce_ex__(2), [].append.__reduce_ex__(2), ''.join.__reduce__()

int.__add__.__reduce_ex__(2), list.append.__reduce_ex__(2), int.real.__reduce_ex__(2)

(1).__add__.__reduce_ex__(2)

a.__class__.__reduce_ex__(a, 2)[1]

type.__reduce_ex__(A, 2)

A.__reduce_ex__(A, 2)

copyreg._slotnames(SD), SD.__slotnames__

class E1(Exception): pass

E1(1, 2).__reduce__(), KeyError('k').__reduce_ex__(2)

e = E1(); e.attr = 1; e.__reduce__()

slice(1, 2, 3).__reduce__(), range(3).__reduce__(), enumerate('a').__reduce__()[0], reversed([1]).__reduce__()[0], {1}.__reduce__(), frozenset([1]).__reduce__()

bytearray(b'x').__reduce_ex__(2), bytearray(b'x').__reduce__()

...  .__reduce__(), NotImplemented.__reduce__()
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
