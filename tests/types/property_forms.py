# reference: 3.3.2.1
# property(): its parts, errors with names, copies.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
p = property()

p.fget, p.fset, p.fdel, p.__doc__

p.fget = 3

p.__doc__ = 'x'

p.__doc__

del p.__doc__

p.__doc__

p.__get__(3)

p.__set__(3, 4)

p.__delete__(3)

p.__get__(None, int) is p

class A:
    x = property()
    @property
    def y(self):
        "doc y"
        return 'y!'
    @y.setter
    def y(self, v): print('set', v)
    @y.deleter
    def y(self): print('del')
    z = property(lambda s: 1, None, None, 'zdoc')
    w = property(fset=lambda s, v: print('w', v))
    v = property(fdel=lambda s: print('vd'))
    y2 = y

a = A()

a.x

a.x = 3

del a.x

a.y

a.y = 4

del a.y

a.z = 3

del a.z

a.w

a.w = 1

del a.w

a.v

a.v = 1

del a.v

A.y.__doc__, A.z.__doc__, A.w.__doc__

A.y.fget.__name__

A.y2.__set_name__(A, 'q')

A.y.__set_name__(1)

A.y.__set_name__()

A.__dict__['x'].__get__(a)

property(1,2,3,4,5)

property(x=1)

property(fget=1, doc=3).__doc__

property(1).__get__(3)

q = property(lambda s: 1, doc='hey')

q2 = q.getter(lambda s: 2); q2.__doc__

def gg(s): "ggdoc"

property(gg).getter(gg).__doc__

q.getter(gg).__doc__

property(gg).setter(gg).__doc__

property(gg, doc='A').setter(gg).__doc__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
