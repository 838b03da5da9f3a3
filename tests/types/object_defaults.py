class C: pass
c = C()
print(c == c, c != C(), c in [c], hash(c) == hash(c), bool(c), str(c) == repr(c), repr(c).startswith("<__main__.C object at 0x"))
o = object()
for f in (lambda: setattr(o, "x", 1), lambda: object(1), lambda: C(1), lambda: C(x=1), lambda: c < c, lambda: c(), lambda: c[0], lambda: len(c), lambda: c + c,
          lambda: iter(c), lambda: int(c), lambda: c.nope, lambda: delattr(c, "nope"), lambda: c.__setitem__, lambda: 1 in c, lambda: "%d" % c, lambda: -c,
          lambda: abs(c), lambda: [1][c], lambda: float(c), lambda: round(c), lambda: next(c), lambda: C.zz):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
print(C.__name__, C.__module__, C.__qualname__, C.__doc__, C.__bases__, C.__mro__, C, type(C), object.__doc__ is not None)
