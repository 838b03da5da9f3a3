# reference: 3.3.2.2, 3.3.2.3, 3.3.2.4
# Which wins: data descriptor, instance dictionary, non-data descriptor, class attribute, __getattr__; for set and delete too.
class NonData:
    def __get__(self, o, t=None): return f"nondata {o is not None} {t.__name__}"
class Data(NonData):
    def __get__(self, o, t=None): return f"data {o is not None} {t.__name__}"
    def __set__(self, o, v): print("set", v)
class OnlySet:
    def __set__(self, o, v): o.__dict__["only_set"] = ("stored", v)
class OnlyDel:
    def __delete__(self, o): print("deleted")
class Raises:
    def __get__(self, o, t=None): raise AttributeError("from get")
class C:
    nd = NonData(); d = Data(); only_set = OnlySet(); only_del = OnlyDel(); r = Raises(); plain = "class"
class G(C):
    def __getattr__(self, n): return f"getattr {n}"
def show(f):
    try: print(f())
    except AttributeError as e: print("AttributeError", e)
for cls in (C, G):
    o = cls()
    o.__dict__.update(nd="inst nd", d="inst d", only_set="inst os", only_del="inst od", r="inst r", plain="inst plain")
    for n in ("nd", "d", "only_set", "only_del", "r", "plain", "missing"):
        print(n, end=": "); show(lambda: getattr(o, n)); print("  class:", end=" ")
        show(lambda: getattr(cls, n) if n[:4] != "only" else type(getattr(cls, n)).__name__)
o = C()
show(lambda: o.nd); show(lambda: o.r); show(lambda: type(o.only_set).__name__)
o.d = 1; o.nd = 2; o.only_set = 3; o.plain = 4
print(o.d, o.nd, o.only_set, o.plain, o.__dict__)
def setdel(n):
    try: setattr(o, n, "x"); print(n, "was set")
    except AttributeError as e: print(n, e)
    try: delattr(o, n); print(n, "was deleted")
    except AttributeError as e: print(n, e)
for n in ("d", "nd", "only_set", "only_del", "r", "plain", "fresh"): setdel(n)
C.d = "replaced on the class"; print(o.d, C.__dict__["d"])
del C.nd; show(lambda: o.nd)
class Meta(type):
    md = Data(); mn = NonData(); x = "meta"
class M(metaclass=Meta): md = "own"; mn = "own"; x = "own"
print(M.md, M.mn, M.x, M().md, M().mn)
M.md = 5
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.name] = self.f(o); print("computed"); return v
class U:
    @Lazy
    def v(self): return 42
u = U(); print(u.v, u.v, u.__dict__); del u.v; print(u.v)
inst = C(); inst.late = Data(); print(type(inst.late).__name__)
class Fn:
    def f(self): return "f"
print(Fn.f.__get__(5, int).__self__, Fn.__dict__["f"].__get__(None, Fn) is Fn.f)
