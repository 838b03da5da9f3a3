# reference: super()
# Zero, one and two arguments; descriptors; attributes; where super() without arguments fails.
class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def f(self): return "B.f>" + super().f()
    @classmethod
    def c(cls): return "B.c>" + super().c()
    @staticmethod
    def s(): return "B.s>" + super(B, B).s()
    @property
    def p(self): return "B.p>" + super().p
    def attrs(self): return super().x, super(B, self).x, super().__class__ is super, super().__thisclass__.__name__, super().__self_class__.__name__, super().__self__ is self
    def nested(self):
        def inner(): return super(B, self).f()
        return inner(), [super(B, self).f() for _ in (1,)], (lambda: super(B, self).x)()
    def __getattr__(self, n): return "getattr " + n
class C(B): pass
class M(B, A):
    def f(self): return "M>" + super().f()
b, c = B(), C()
print(b.f(), B.c(), C.c(), b.s(), b.p, b.attrs(), c.attrs(), b.nested(), M().f())
u = super(B)
print(u.__self__, u.__get__(b).f(), u.__thisclass__, repr(u), repr(super(B, b))[:36])
class D(A): bound = None
D.bound = super(D)
print(D().bound.f(), super(B, C).f(c), super(B, C).c())
def no_args(): super()
def deleted(self):
    del self
    return super()
class E(A):
    def cellvar(self):
        lambda: self
        return super().f()
    def wrong(x): return super().f()
    def gen(self): yield super().f()
    def listc(self): return [super().f() for _ in (1,)]
    def static(): return super()
    def rebind(self): self = 5; return super().f()
    def set(self): super().x = 1
    def miss(self): return super().missing
    async def co(self): return super().f()
for f in (no_args, lambda: E.wrong(5), lambda: E().cellvar(), lambda: list(E().gen()), lambda: E().listc(), lambda: E.static(), lambda: E().rebind(), lambda: E().set(), lambda: E().miss(), lambda: super(5), lambda: super(B, 5), lambda: super(5, b), lambda: super(B, A()), lambda: super(B, A), lambda: super(), lambda: super(A, b, 1), lambda: super(B, b).missing, lambda: super(B).missing, lambda: super(B, None).__self__, lambda: super(type=B), lambda: super(A, b).f(), lambda: super(object, b).f, lambda: len(super(B, b)), lambda: super(B, b)[0], lambda: setattr(super(A, b), "q", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
