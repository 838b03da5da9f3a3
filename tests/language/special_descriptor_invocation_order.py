# reference: 3.3.2.2, 3.3.2.3
# Data descriptors, then the instance's dictionary, then other descriptors and class attributes, then __getattr__.
class Data:
    def __init__(s, n): s.n = n
    def __get__(s, o, t=None): return f"data {s.n} {o is not None and type(o).__name__} {t and t.__name__}"
    def __set__(s, o, v): print("set", s.n, v)
    def __delete__(s, o): print("delete", s.n)
class Non:
    def __get__(s, o, t=None): return f"non {o is not None} {t and t.__name__}"
class SetOnly:
    def __set__(s, o, v): o.__dict__["so"] = ("stored", v)
class DelOnly:
    def __delete__(s, o): print("del only")
class GetNone:
    __get__ = None
class Meta(type):
    d = Data("meta")
    n = Non()
    only_meta = "meta value"
class C(metaclass=Meta):
    d = Data("class")
    n = Non()
    so = SetOnly()
    do = DelOnly()
    gn = GetNone()
c = C()
c.__dict__.update(d="dict d", n="dict n", do="dict do")
print(c.d, c.n, C.d, C.n, C.only_meta, sep=" | ")
c.d = 1; del c.d
c.so = 5
print(c.so, c.do, type(C.so).__name__)
del c.do
for act in (lambda: setattr(c, "do", 1), lambda: delattr(c, "so"), lambda: c.gn, lambda: c.only_meta, lambda: setattr(C, "d", "now plain"), lambda: C.__dict__["d"].n, lambda: c.d, lambda: super(C, c).d, lambda: super(C, C).d):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class Sub(C): pass
print(Sub.n, Sub().n, super(Sub, Sub()).n, super(Sub, Sub).n, sep=" | ")
class Named:
    def __set_name__(s, owner, name): print("set_name", owner.__name__, name); s.name = name
    def __get__(s, o, t): return o.__dict__[s.name] if o else s
    def __set__(s, o, v): o.__dict__[s.name] = v * 2
class U:
    a = Named(); b = Named()
    c = a
    def f(): pass
u = U()
u.a = 1; u.b = "b"
print(u.a, u.b, u.__dict__)
U.later = Named()
try:
    u.later = 5
except AttributeError as e:
    print(e)
print(int.__add__.__get__(1)(2), str.upper.__get__("a", str)(), property(lambda s: s * 2).__get__(4), (lambda s: s).__get__(7)(), [].append.__class__.__name__)
i = C()
i.func = lambda: "instance function is not bound"
print(i.func())
