# reference: 6.2.1
# Private names in parameters, keywords, imports, global, nonlocal, del, comprehension, match, nested and odd class names.
import sys, types
sys.modules["__mod"] = types.ModuleType("__mod"); sys.modules["pkg_m"] = p = types.ModuleType("pkg_m"); p._A__thing = "mangled from"; p.__thing = "plain from"
class A:
    __x = 1
    def params(self, __p, *__a, __k=2, **__kw): return sorted(locals())
    def call(self): return self.params(1, _A__k=5), (lambda __q: __q)(3)
    def kwcall(self):
        def f(**k): return k
        return f(__kw=1, __dunder__=2, _one=3)
    def glob(self):
        global __g
        __g = "set"
    def nonl(self):
        __n = 1
        def g(): nonlocal __n; __n += 1; return __n
        return g(), [__n for __c in "a"], [__c for __c in "b"]
    def dele(self):
        __d = 1; del __d
        try: __d
        except NameError as e: return str(e)
    def handler(self):
        try: 1/0
        except ZeroDivisionError as __e: return sorted(locals())
    def match(self, v):
        match v:
            case {"k": __m, **__rest}: return sorted(locals())
            case [__s, *__t]: return sorted(locals())
            case types.SimpleNamespace(__attr=__y): return __y
    def imp(self):
        from pkg_m import __thing
        return sorted(locals()), __thing
    def attr(self): self.__set = 1; return vars(self), self.__x, hasattr(self, "__x"), getattr(self, "_A__x")
    def string(self): return eval("self._A__x"), "__x" in dir(self)
    def inner(self):
        class __B:
            __y = 2
            def m(self): return __B.__name__ if 0 else self.__y
        return __B.__name__, vars(__B).get("_B__y"), __B().m()
    def walrus(self): (__w := 4); return sorted(locals())
    def fstr(self): return f"{self.__x=}", f"{self.__x!r:>3}"
    __ann: int = 3
    def __method(self): return "private method"
    def use(self): return self.__method(), self.__method.__name__, A.__method.__qualname__
    async def __co(self): pass
    @property
    def __prop(self): return "private property"
    def pr(self): return self.__prop
a = A()
for f in (lambda: a.params(0), a.call, a.kwcall, a.glob, a.nonl, a.dele, a.handler, lambda: a.match({"k": 1, "z": 2}), lambda: a.match([1, 2]), lambda: a.match(types.SimpleNamespace(_A__attr=7)), lambda: a.match(types.SimpleNamespace(__attr=7)), a.imp, a.attr, a.string, a.inner, a.walrus, a.fstr, a.use, a.pr, lambda: a.params(1, __k=3), lambda: a.__x):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(A.__annotations__, [g for g in globals() if "__g" in g], sorted(n for n in vars(A) if n.startswith("_A")))
class _A: __x = "one"; get = lambda s: s.__x
class __: __x = "only underscores"; names = [n for n in locals() if "x" in n]
class __Lead__: __y = 1; __z__ = 2; __ = 3; names = sorted(n for n in locals() if n[0] == "_" and "m" not in n and "q" not in n)
print(_A().get(), vars(_A).get("_A__x"), __.names, __Lead__.names)
