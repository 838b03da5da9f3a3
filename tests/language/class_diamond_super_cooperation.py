# reference: 3.3.3.1, 8.8, super()
# super() along the method resolution order: diamonds, mixins, class and static methods, attributes and properties.
def mro(c): return [k.__name__ for k in c.__mro__]
class Root:
    def __init__(self, **k): print("Root", k); assert not k
    def f(self): return ["Root"]
    @classmethod
    def c(cls): return [("Root", cls.__name__)]
    @staticmethod
    def s(): return "static root"
    @property
    def p(self): return "P"
    attr = "root attr"
class A(Root):
    def __init__(self, a=0, **k): print("A", a); super().__init__(**k)
    def f(self): return ["A", *super().f()]
    @classmethod
    def c(cls): return [("A", cls.__name__), *super().c()]
    @property
    def p(self): return "A" + super().p
class B(Root):
    def __init__(self, b=0, **k): print("B", b); super().__init__(**k)
    def f(self): return ["B", *super().f()]
    @classmethod
    def c(cls): return [("B", cls.__name__), *super().c()]
    @property
    def p(self): return "B" + super().p
    attr = "b attr"
class D(A, B):
    def __init__(self, **k): print("D"); super().__init__(**k)
    def f(self): return ["D", *super().f()]
    def skip(self): return super(A, self).f(), super(B, self).f(), super(A, self).attr, super().s(), super(B, type(self)).c()
    def gen(self): return [super(D, self).f() for _ in "a"], (lambda me: super().p)(self)
    def noarg(): return super().f()
    def deleted(self): del self; return super().f()
    def rebound(self): self = Root(); return super().p
    def nested(self):
        def inner(me): return super().f()
        return inner(self)
    def setter(self): super().attr = 5
print(mro(D)); d = D(a=1, b=2)
print(d.f(), D.c(), d.p, d.skip(), d.gen(), d.nested())
for f in (D.noarg, d.deleted, d.rebound, d.setter, lambda: super().f(), lambda: super(D, D).f(), lambda: super(D, Root()).f(), lambda: super(D).f, lambda: super(5, d), lambda: super(D, d, 1), lambda: super(D, d).missing, lambda: super(Root, d).f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class E(B, A): pass
print(mro(E), E(a=3, b=4).f(), E.c())
try: class_ = type("Z", (D, E), {})
except TypeError as e: print(e)
try: type("Z", (Root, A), {})
except TypeError as e: print(e)
try: type("Z", (A, A), {})
except TypeError as e: print(e)
sup = super(A, d); print(sup.__self__ is d, sup.__thisclass__.__name__, sup.__self_class__.__name__, repr(super(A, D)), repr(super(A)))
print(super(A).__get__(d).f(), super(A, D).c(), super(D, d).__init__.__qualname__, sup.__class__)
