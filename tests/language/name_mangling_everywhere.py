# reference: 6.2.1
# Private names of classes: attributes, arguments, imports, strings, nested classes, dunder names, slots.
class _K:
    __a = 1
    __b__ = 2
    _c = 3
    __ = 4
    ___ = 5
    def __m(self): return "m"
    def t(self, __arg=5, *__args, __kw=6, **__kwargs):
        __local = 7
        def inner(): nonlocal __local; __local += 1; return __local
        global __glob
        __glob = 8
        class Nested:
            __n = 9
            def q(self): return self.__n
        import sys as __sys
        try: 1 / 0
        except ZeroDivisionError as __e: pass
        [__x for __x in range(2)]
        lam = lambda __p: __p
        for __i in (1,): pass
        with memoryview(b"") as __w: pass
        self.__new = 10
        return sorted(locals()), inner(), Nested().q(), sorted(k for k in Nested.__dict__ if "n" in k and k[:2] != "__"), self.__m(), lam(1), t.__code__.co_varnames if 0 else None, getattr(self, "__m", "no such name"), hasattr(self, "_K__m")
    __slots__ = ("__s", "__new", "__d__")
k = _K()
print(k.t(), sorted(n for n in _K.__dict__ if "K" in n or n in ("__", "___")), _K._K__a, k._K__new, _K.t.__code__.co_varnames)
print(globals().get("_K__glob"), "__glob" in globals())
class __: 
    __x = 1
    y = __x
class _____:
    __x = 1
class A_:
    __x = 1
    def __init_subclass__(cls, __kw=None, **k): print("subclass", __kw, k)
print(sorted(n for n in vars(__) if "x" in n), sorted(n for n in vars(_____) if "x" in n), sorted(n for n in vars(A_) if "x" in n))
class P:
    def f(self, obj): return obj.__y
    def kw(self): return dict(__z=1, **{"__w": 2})
    def call(self): return (lambda **kw: kw)(__q=5)
    def d(self): del self.__gone
    def fs(self): __v = 3; return f"{__v} {self.__h}"
    __h = "h"
    def ann(self, __x: int) -> "__r": __y: str = "s"
    __t: int = 5
    type __T = int
    def gen[__G](self, x: __G) -> __G: return x
class Q: _P__y = "found"
p = P(); print(p.f(Q()), p.kw(), p.call(), p.fs(), P.ann.__annotations__, P.__annotations__, sorted(n for n in vars(P) if "T" in n or "_P" in n), P.gen.__type_params__, P.gen.__annotations__)
for f in (lambda: p.f(5), p.d, lambda: p.__h, lambda: P(__h=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M:
    try: import __missing_module
    except ImportError as e: print(e)
    try: from sys import __nothing
    except ImportError as e: print(str(e).split(" (")[0])
    try: __undefined
    except NameError as e: print(e)
    exec("__e = 1"); print("__e" in locals(), "_M__e" in locals())
    print(eval("[__z for __z in (1,)]"))
