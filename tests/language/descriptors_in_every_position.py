# reference: 3.3.2.2, 3.3.2.3
# Descriptors on metaclasses, instances, modules, through super, and with names they are told.
class Loud:
    def __set_name__(s, owner, name): print("set_name", owner.__name__, name)
    def __get__(s, o, t=None): return ("get", type(o).__name__, getattr(t, "__name__", t))
    def __set__(s, o, v): print("set", type(o).__name__, v)
    def __delete__(s, o): print("delete", type(o).__name__)
class Meta(type):
    m = Loud()
    both = Loud()
class A(metaclass=Meta):
    a = Loud()
    both = "class attribute"
class B(A):
    @property
    def sup(self): return super().a
    @classmethod
    def csup(cls): return super().a
a, b = A(), B()
print(a.a, A.a, B.a, b.a, b.sup, B.csup(), A.m, B.m, A.both)
try: a.m
except AttributeError as e: print(e)
A.m = 5; del A.m; a.a = 1; del a.a; A.both = 3
A.a = "replaced"; print(a.a, "a" in A.__dict__); A.late = Loud(); print(a.late)
a.inst = Loud(); print(type(a.inst).__name__)
import types
mod = types.ModuleType("mod"); mod.d = Loud(); print(type(mod.d).__name__)
class M2(types.ModuleType): d = Loud()
print(M2("m2").d)
class Names:
    def __set_name__(s, o, n): s.name = n
    def __get__(s, o, t): return s.name
class K: x = y = Names(); z = Names()
print(K.x, K.y, K.z)
for bad in ("raise", "noargs"):
    class Bad:
        if bad == "raise":
            def __set_name__(s, o, n): raise ValueError("in set_name")
        else:
            def __set_name__(s): pass
    try: type("T", (), {"q": Bad()})
    except Exception as e: print(type(e).__name__, e, e.__notes__)
class OnlyGet:
    def __get__(s, o): return "two args"
class NoneGet: __get__ = None
class H: o, n = OnlyGet(), NoneGet()
for n in "on":
    for x in (H, H()):
        try: print(n, getattr(x, n) if n != "n" else type(getattr(x, n)).__name__)
        except TypeError as e: print(n, e)
func = lambda self, *a: (type(self).__name__, a)
class F: f = func; b = len; c = classmethod(func); s = staticmethod(func); m = func.__get__(5); p = print; t = int; n = "".join
f = F(); print(f.f(1), f.c(2) [1], f.s(3, 4), f.m(5), f.t("7"), f.n("ab"), F.f(9), f.b("abc") if 0 else "")
try: f.b()
except TypeError as e: print(e)
print(classmethod(property(lambda c: c.__name__)).__get__(None, F), type(F.__dict__["c"]).__name__, F.__dict__["c"].__func__ is func, F.__dict__["s"].__wrapped__ is func, staticmethod(func)(1), F.c.__self__ is F, f.f.__self__ is f, f.f.__func__ is func)
