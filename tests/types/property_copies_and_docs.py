# reference: 3.3.2.2
# getter, setter and deleter give new properties; the docstring comes from the getter unless it was given.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


def get(self):
    "doc of get"
    return "got"


def other(self):
    "doc of other"
    return "other"


def put(self, value):
    print("put", value)


def drop(self):
    print("dropped")


p = property(get)
q = p.setter(put)
r = q.deleter(drop)
print(p.fset, q.fget is get, q.fset is put, r.fdel is drop, p is q, p.__doc__, r.__doc__, r.getter(other).__doc__, property(get, doc="own").getter(other).__doc__, property(get, put, drop, "text").__doc__, property(doc="only").__doc__, property().__doc__)


class C:
    a, b, c = p, q, r
    none = property()
    plain = property(lambda self: self.missing)


o = C()
o.b = 1
o.c = 2
del o.c
print(o.a, C.a is p, C.a.fget(o), p.__get__(o), p.__get__(None, C) is p, attempt(lambda: p.__get__(None)))
for f in (lambda: setattr(o, "a", 1), lambda: delattr(o, "a"), lambda: delattr(o, "b"), lambda: o.none, lambda: setattr(o, "none", 1), lambda: o.plain, lambda: setattr(p, "fget", 1), lambda: property(1, 2, 3, 4, 5), lambda: property(fget=get, wrong=1), lambda: property(5).__get__(o), lambda: p.__set__(o, 1), lambda: p.__delete__(o), lambda: p.getter(), lambda: p(), lambda: setattr(p, "__doc__", "new") or p.__doc__, lambda: setattr(p, "extra", 1)):
    print(attempt(f))


class Sub(property):
    "doc of the class"


s = Sub(get)
print(s.__doc__, type(s.setter(put)).__name__, s.setter(put).__doc__, Sub(doc="given").__doc__, Sub().__doc__, p.__isabstractmethod__, Sub.__get__(s, o))
get.__isabstractmethod__ = True
print(p.__isabstractmethod__, r.__isabstractmethod__, property(other).__isabstractmethod__, property.__init__(p2 := property(get), other), p2.fget is other, p2.__doc__)


class D(C):
    a = C.a.getter(lambda self: ("D", super().a))

    @C.b.setter
    def b(self, value):
        print("D sets", value)
        C.b.fset(self, value)


d = D()
print(attempt(lambda: d.a))
d.b = 5
print(d.b, D.b is C.b, D.b.fget is C.b.fget)
