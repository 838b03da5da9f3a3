p = property(lambda s: s._v, lambda s, v: setattr(s, "_v", v), None, "doc text")
class C:
    v = p
    cm = classmethod(lambda cls, x: (cls.__name__, x))
    sm = staticmethod(lambda x: x + 1)
c = C()
c.v = 3
print(c.v, C.v is p, p.__doc__, p.fget(c), p.fdel, C.cm(1), c.cm(2), C.sm(1), c.sm(2), p.__get__(c), type(p.getter(len)).__name__)
for f in (lambda: delattr(c, "v"), lambda: property(1).__get__(c), lambda: property().__get__(c), lambda: classmethod(), lambda: staticmethod(), lambda: staticmethod(len)("abc"), lambda: property(1, 2, 3, 4, 5)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class X:
    @property
    def ro(self): return 1
try:
    X().ro = 2
except AttributeError as e:
    print(e)
