# reference: 3.3.2, dir()
# dir() sorts what __dir__ gives; classes, instances and modules each have their own idea.
class A:
    a = 1
    def __init__(s): s.i = 2
class B(A): b = 3
own = lambda o: [n for n in dir(o) if not n.startswith("__")]
print(own(B()), own(B), own(A()))
class D:
    def __dir__(self): return ["z", "a", "m"]
class T:
    def __dir__(self): return ("x", 3) if odd else {"k": 1, "j": 2}
odd = False
print(dir(D()), dir(T()), D().__dir__(), own(D))
class Meta(type):
    def __dir__(cls): return ["from", "meta"]
class M(metaclass=Meta): pass
print(dir(M), own(M()))
class Gen:
    def __dir__(self): yield from "cab"
print(dir(Gen()))
class Bad:
    def __dir__(self): return 5
class Raises:
    def __dir__(self): raise KeyError("dir")
class NoDir:
    __dir__ = None
class DictIsFunny:
    @property
    def __dict__(self): return {"fake": 1}
class ClassIsFunny:
    __class__ = property(lambda s: A)
print(own(DictIsFunny()), own(ClassIsFunny()))
odd = True
for act in (lambda: dir(T()), lambda: dir(Bad()), lambda: dir(Raises()), lambda: dir(NoDir()), lambda: dir(1, 2), lambda: dir(x=1), lambda: [n for n in dir(5) if n[0] != "_"], lambda: len(dir(object)) == len(dir(object())), lambda: [n for n in dir(type) if n not in dir(object)] == sorted(n for n in dir(type) if n not in dir(object)), lambda: "mro" in dir(int), lambda: "mro" in dir(type)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
def f(zz, aa):
    cc = 1
    return dir()
print(f(1, 2), [dir() for q in (1,)] if 0 else "")
class Body:
    one = 1
    print(dir())
import sys
m = type(sys)("m")
m.z = m.a = 1
print([n for n in dir(m) if n[0] != "_"])
m.__dir__ = lambda: ["q", "p"]
print(dir(m))
m.__dict__["__dir__"] = 5
try:
    dir(m)
except TypeError as e:
    print(e)
