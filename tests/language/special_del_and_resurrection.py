# reference: 3.3.1
# __del__ runs once when the last reference goes, at any point of a statement; del only unbinds.
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
x = D(1)
y = x
del x
print("still")
del y
print("gone")
D(2)
_ = D(3); _ = None
def f():
    a = D(4)
    print("in f")
f()
l = [D(5), D(6)]
del l[0]
l.clear()
print([D(7).n, D(8).n])
saved = []
class Z:
    def __del__(s): print("resurrect"); saved.append(s)
z = Z()
del z
print(len(saved))
saved.clear()
print("after", len(saved))
class E:
    def __del__(s): raise ValueError("ignored")
import sys
sys.unraisablehook = lambda u: print("hook", type(u.exc_value).__name__, u.exc_value, u.err_msg)
e = E()
del e
class Inst: pass
i = Inst()
i.__del__ = lambda: print("never")
del i
class N:
    __del__ = None
n = N()
del n
def gen():
    try:
        yield D(9)
    finally:
        print("finally")
g = gen()
next(g)
del g
try:
    raise KeyError(D(10))
except KeyError:
    print("caught")
print("end")
