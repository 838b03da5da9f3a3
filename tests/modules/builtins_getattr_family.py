class C:
    x = 1
    def m(self): return "m"
c = C()
print(getattr(c, "x"), getattr(c, "zz", "default"), getattr(c, "m")(), hasattr(c, "x"), hasattr(c, "q"), setattr(c, "y", 2), c.y, delattr(c, "y"), hasattr(c, "y"))
print(getattr(1, "real"), hasattr([], "append"), callable(c.m), callable(c), callable(C), callable(len), callable(5), getattr(C, "m") is C.m)
class Raises:
    @property
    def v(self): raise ValueError("not an AttributeError")
    @property
    def a(self): raise AttributeError("inner")
r = Raises()
print(hasattr(r, "a"), getattr(r, "a", "fallback"))
for f in (lambda: hasattr(r, "v"), lambda: getattr(r, "v", 1), lambda: getattr(c, "zz"), lambda: getattr(c, 5), lambda: setattr(c, 5, 1), lambda: delattr(c, "zz"), lambda: getattr(c),
          lambda: hasattr(c, None), lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: delattr(c, "x"), lambda: getattr(c, "x", 1, 2), lambda: r.a):
    try:
        f()
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
