# reference: 3.3.3.1, 3.3.3.6
# __set_name__: order, looked up on the type, errors with a note, descriptors added late, aliases, nested classes.
log = []
class D:
    def __init__(self, label=""): self.label = label
    def __set_name__(self, owner, name): log.append((self.label, owner.__name__, name, sorted(k for k in vars(owner) if k[0] != "_")))
class A:
    b = D("1"); a = D("2"); same = b
    class Inner: z = D("inner")
    lst = [D("in a list")]
print(*log, sep="\n"); log.clear()
A.late = D("late"); print(log)
A.late.__set_name__(A, "late"); print(log); log.clear()
T = type("T", (A,), {"x": D("by type()"), "y": 1}); print(log); log.clear()
class Sub(A): pass
print(log)
class Bad:
    def __set_name__(self, owner, name): raise KeyError(f"{owner.__name__}.{name}")
class Wrong:
    def __set_name__(self): pass
class NoneHook: __set_name__ = None
class OnInstance: pass
oi = OnInstance(); oi.__set_name__ = lambda *a: log.append("instance attribute")
for label, v in (("bad", Bad()), ("wrong", Wrong()), ("none", NoneHook()), ("instance", oi), ("class itself", D)):
    try: type("K", (), {"attr": v}); print(label, "fine", log)
    except BaseException as e: print(label, type(e).__name__, e, e.__notes__ if hasattr(e, "__notes__") else "", repr(e.__cause__))
class Changes:
    def __set_name__(self, owner, name): setattr(owner, name + "_added", 1); delattr(owner, "gone") if hasattr(owner, "gone") else None
class Host: c = Changes(); gone = 2; d = D("after gone")
print(sorted(k for k in vars(Host) if k[0] != "_"), log); log.clear()
class Meta(type):
    def __new__(m, n, b, ns): log.append("meta new"); c = super().__new__(m, n, b, ns); log.append("made"); return c
    def __init__(c, n, b, ns): log.append("meta init"); super().__init__(n, b, ns)
class WithHook:
    def __init_subclass__(cls): log.append("init_subclass")
class M(WithHook, metaclass=Meta): d = D("m")
print(*log, sep="\n"); log.clear()
class MetaAttr(type): d = D("on the metaclass")
print(log)
class Field:
    def __set_name__(self, owner, name): self.public, self.private = name, "_" + name
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.private, f"{self.public} unset")
    def __set__(self, o, v): setattr(o, self.private, v)
class P: x = Field(); y = Field()
p = P(); p.x = 5; print(p.x, p.y, vars(p), P.y.public)
class G:
    def __getattr__(self, n): log.append(n); raise AttributeError(n)
log.clear(); type("K", (), {"g": G()}); print(log)
import functools
class CP:
    @functools.cached_property
    def v(self): return "cached"
print(CP().v, CP.__dict__["v"].attrname)
cp = functools.cached_property(lambda s: 1); Late = type("Late", (), {}); Late.v = cp
try: Late().v
except TypeError as e: print(e)
try:
    class Two: a = b = functools.cached_property(lambda s: 1)
except Exception as e: print(type(e).__name__, e, getattr(e, "__notes__", ""))
