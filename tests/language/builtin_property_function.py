# reference: property()
# Getter, setter, deleter, doc; decorators make copies; words of errors with names.
class C:
    def __init__(s): s._v = 1
    @property
    def v(s): "the doc"; return s._v
    @v.setter
    def v(s, x): s._v = x
    @v.deleter
    def v(s): del s._v
    ro = property(lambda s: "read only")
    wo = property(fset=lambda s, x: print("written", x))
    none = property()
    doc = property(lambda s: 1, doc="own doc")
    def explicit(s): return "e"
    e = property(explicit)
c = C()
c.v = 5
print(c.v, C.v.__doc__, C.doc.__doc__, C.ro.__doc__, c.ro, C.v.fget.__name__, C.none.fget, C.v.fset is not None, type(C.v).__name__, C.e.__doc__)
del c.v
c.wo = 3
for f in (lambda: c.v, lambda: setattr(c, "ro", 1), lambda: delattr(c, "ro"), lambda: c.wo, lambda: delattr(c, "wo"), lambda: c.none, lambda: setattr(c, "none", 1), lambda: delattr(c, "none"), lambda: setattr(C.v, "fget", 1), lambda: property(1, 2, 3, 4, 5), lambda: property(foo=1), lambda: property(5).__get__(c), lambda: property().__get__(None, C) is not None, lambda: C.v.getter(lambda s: "new").__get__(c), lambda: property(lambda s: s).__get__(7), lambda: property().__set__(c, 1), lambda: property().__delete__(c), lambda: C.__dict__["ro"].__set__(c, 1), lambda: C.v.__isabstractmethod__, lambda: setattr(C.doc, "__doc__", "changed") or C.doc.__doc__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = property(lambda s: 1)
q = p.setter(lambda s, v: None)
print(p is q, p.fset, q.fget is p.fget)
class Sub(C):
    @C.v.getter
    def v(s): return "sub " + str(super().v)
s = Sub(); s.v = 9
print(s.v)
class P(property): pass
class D:
    @P
    def x(s): "xdoc"; return "P"
    @x.setter
    def x(s, v): print("set", v)
D().x = 1
print(D().x, type(D.__dict__["x"]).__name__, D.x.__doc__)
