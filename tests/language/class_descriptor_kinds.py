# reference: 3.3.2.3
# Data and non-data descriptors, on instances, classes and metaclasses.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class Desc:
    def __init__(self, *m): self.m = m

class Data:
    def __get__(self, o, t=None): return ('get', o if o is None else type(o).__name__, getattr(t,'__name__',t))
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')

class NonData:
    def __get__(self, o, t=None): return ('nget', o is None)

class SetOnly:
    def __set__(self, o, v): print('so', v)

class DelOnly:
    def __delete__(self, o): print('do')

class GetDel:
    def __get__(self, o, t): return 'gd'
    def __delete__(self, o): print('gd del')

class C:
    d = Data(); n = NonData(); s = SetOnly(); x = DelOnly(); g = GetDel()

c = C()

c.d, C.d, c.n, C.n, type(c.s), type(c.x), c.g

c.d = 1

c.n = 1; c.n

c.s = 2

del c.s

c.x = 3

del c.x

c.g = 3

del c.g

del c.d

del c.n

c.n

c.__dict__['d'] = 4; c.d

c.__dict__['s'] = 4; c.s

c.__dict__['x'] = 4; c.x

class BadGet:
    def __get__(self): pass

class C: b = BadGet()

C.b

C().b

class BadGet:
    __get__ = None

class C: b = BadGet()

C().b

class BadSet:
    def __set__(self, o): pass

class C: b = BadSet()

C().b = 3

class RaisesAttr:
    def __get__(self, o, t): raise AttributeError('from get')

class C:
    r = RaisesAttr()
    def __getattr__(self, n): return ('hook', n)

C().r

C.r

hasattr(C, 'r')

class M(type):
    d = Data()
    n = NonData()
    v = 5

class C(metaclass=M):
    d = 'own d'; n = 'own n'

C.d, C.n, C.v

C().v

C.d = 3

C.n = 4; C.n

class DM:
    def __get__(self, o, t): return ('dm', o is None, t.__name__)

class M(type): x = DM()

class C(metaclass=M): pass

C.x

C().x
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
