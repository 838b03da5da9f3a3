# reference: property()
# property objects: decorators in chains, copies, docs, names, deleters, subclasses, abstract ones and each error.
class C:
    def __init__(s): s._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print("deleted"); del self._x
    @x.setter
    def only_here(self, v): self._x = v
    ro = property(lambda s: "ro"); wo = property(None, lambda s, v: print("wrote", v)); do = property(fdel=lambda s: print("del")); nothing = property()
    doc = property(lambda s: 1, doc="given")
c = C(); print(c.x); c.x = 5; print(c.x); c.only_here = 7; print(c.x, c.only_here); del c.x
def t(act):
    try: r = act(); print(r if " at 0x" not in repr(r) else type(r).__name__)
    except Exception as e: print(type(e).__name__, e)
for act in (lambda: c.x, lambda: delattr(c, "x"), lambda: setattr(c, "ro", 1), lambda: delattr(c, "ro"), lambda: c.wo, lambda: setattr(c, "wo", 3), lambda: delattr(c, "wo"), lambda: c.do, lambda: setattr(c, "do", 1), lambda: delattr(c, "do"), lambda: c.nothing, lambda: setattr(c, "nothing", 1), lambda: delattr(c, "nothing"),
    lambda: (C.x.__doc__, C.doc.__doc__, C.ro.__doc__, C.only_here.__doc__, C.nothing.__doc__), lambda: (C.x.fget.__name__, C.x.fset.__name__, C.x.fdel.__name__, C.ro.fset), lambda: setattr(C.x, "fget", 1), lambda: setattr(C.x, "__doc__", "new") or C.x.__doc__, lambda: setattr(C.x, "other", 1), lambda: C.x.getter(len).fget, lambda: C.x.getter(len).__doc__, lambda: C.x.setter(None).fset, lambda: C.x.setter(), lambda: property(1, 2, 3, 4, 5), lambda: property(foo=1), lambda: property(5).fget, lambda: property(5).__get__(c), lambda: property(lambda: 1).__get__(c), lambda: C.x.__get__(None, C) is C.x, lambda: C.x.__get__(c, C) if 0 else 0, lambda: C.x.__set_name__(C, "renamed"), lambda: C.x.__set_name__(), lambda: property.__init__(C.x, None), lambda: C.x.fget.__name__, lambda: C.x.__isabstractmethod__, lambda: property(type("F", (), {"__isabstractmethod__": True, "__call__": lambda s, o: 1})()).__isabstractmethod__): t(act)
class P(property):
    "class doc"
    def __get__(s, o, t=None): return ("P", super().__get__(o, t) if o is not None else None)
class PS(property): __slots__ = ()
class D:
    @P
    def p(self): "fdoc"; return 5
    @p.setter
    def p(self, v): print("set", v)
    @PS
    def q(self): return 6
d = D(); print(d.p, D.p, d.q, type(D.__dict__["p"]).__name__, D.__dict__["p"].__doc__); d.p = 1
class Raises:
    @property
    def a(self): raise AttributeError("inner a")
    @property
    def k(self): raise KeyError("inner k")
    @property
    def r(self): return self.r2
for n in "akr": t(lambda: getattr(Raises(), n)); t(lambda: getattr(Raises(), n, "default")); t(lambda: hasattr(Raises(), n))
class Unnamed: pass
Unnamed.late = property(); 
for act in (lambda: Unnamed().late, lambda: setattr(Unnamed(), "late", 1), lambda: delattr(Unnamed(), "late")): t(act)
class Inst: pass
i = Inst(); i.__dict__["x"] = "instance"; Inst.x = property(lambda s: "property"); print(i.x)
class Base:
    @property
    def v(self): return "base"
class Child(Base):
    @Base.v.setter
    def v(self, x): print("child set", x)
Child().v = 1; print(Child().v)
try: Base().v = 1
except AttributeError as e: print(e)
