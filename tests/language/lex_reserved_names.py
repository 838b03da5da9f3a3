# reference: 2.3.3, 6.2.1.1
# __x is mangled inside a class, __x__ is not, _x means nothing to the language but to import *.
class A:
    __x = 1
    __y__ = 2
    _z = 3
    ___t = 4
    __u_ = 5
    def f(self): return self.__x, self.__y__, self._z, self.___t, self.__u_
    def g(self):
        __local = 6
        return sorted(locals())
    def h(self, *, __k=7): return __k
    def __private(self): return 8
    def call(self): return self.__private()
print(sorted(n for n in vars(A) if "A" in n or n in ("__y__", "_z")))
a = A()
print(a.f(), a.g(), a.h(), a.h(_A__k=9), a.call(), a._A__private())
try:
    a.h(__k=1)
except TypeError as e:
    print(e)
try:
    a.__x
except AttributeError as e:
    print(e)
class _A:
    __x = 10
class __:
    __x = 11
    def get(self): return self.__x
print(_A._A__x, __.__x, __().get())
class ___B:
    __x = 12
print(___B._B__x)
class Outer:
    class __Inner:
        __v = 13
    print([n for n in dir() if "Inner" in n], [n for n in vars(_Outer__Inner) if "v" in n])
    import sys as __sys
    try: raise KeyError
    except KeyError as __e: pass
    for __i in 1, 2: pass
    [__q for __q in ()]
    lambda __p: __p
    def m(self):
        global __glob
        __glob = 14
        import sys as __s2
        return "".join(sorted(locals()))
    @staticmethod
    def kw(): return dict(__a=1)
print([n for n in vars(Outer) if n.startswith("_Outer")])
print(Outer().m(), _Outer__glob, Outer.kw())
class Names:
    __slots__ = ("__a", "b__", "__c__")
    def __init__(self): self.__a = 15
print(Names()._Names__a, sorted(n for n in vars(Names) if n.strip("_") in ("Names__a", "b", "c")))
_ = "plain"
print(_)
