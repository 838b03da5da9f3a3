# reference: super(), 3.3.2.3
# super() in methods, class methods, static methods, nested functions, comprehensions, lambdas, properties, metaclasses; and its errors.
class A:
    x = "A.x"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return ("A.c", cls.__name__)
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __getitem__(self, k): return ("A", k)
class B(A):
    x = "B.x"
    def m(self): return ("B.m", super().m(), super().x, super().p, super().s(), super().c())
    @classmethod
    def c(cls): return ("B.c", super().c(), super(B, cls).c())
    def nested(self):
        def inner(s): return super(B, s).m()
        return inner(self), [super(B, self).m() for _ in "a"], (lambda: super(B, self).m())()
    def inner_zero(self):
        def inner(): return super().m()
        return inner()
    def inner_zero_arg(self):
        def inner(self): return super().m()
        return inner(self)
    def comp(self): return [super().m() for _ in "a"]
    def gen(self): return list(super().m() for _ in "a")
    def genf(self): yield super().m()
    def rebind(self): self = 5; return super().m()
    def deleted(self): del self; return super().m()
    def star(*args): return super().m()
    def kwonly(*, self): return super().m()
    def item(self): return super()[5]
    def item2(self): return super().__getitem__(5)
    def setx(self): super().x = 5
    def cls_(self): return super().__class__, super().__thisclass__.__name__, super().__self__ is self, super().__self_class__.__name__
    def missing(self): return super().nothing
    async def co(self): return super().m()
    @staticmethod
    def st(): return super().m()
    p = property(lambda self: ("B.p", super().p))
    def call(self): return super()()
    def rep(self): return repr(super())
    def d(self): return super().__dict__["x"] if 0 else "x"
b = B()
for name in ("m", "c", "nested", "inner_zero", "inner_zero_arg", "comp", "gen", "rebind", "deleted", "star", "item", "item2", "setx", "cls_", "missing", "st", "call", "rep"):
    try: print(name, getattr(b, name)())
    except Exception as e: print(name, type(e).__name__, e)
print(list(b.genf()), b.p, b.x)
try: b.co().send(None)
except StopIteration as e: print(e.value)
try: B.kwonly(self=b)
except RuntimeError as e: print(e)
def loose(self): return super().m()
B.loose = loose
class D: m = lambda self: super().m() if 0 else "lambda"
for f in (lambda: loose(b), lambda: b.loose(), lambda: super(), lambda: super(5), lambda: super(5, b), lambda: super(B, 5), lambda: super(B, A()), lambda: super(B, B, B), lambda: super(B).m, lambda: super(B).__get__(b).m(), lambda: super(B).__get__(5), lambda: super(B, b).__get__(b, B).m(), lambda: super(B, B).c(), lambda: super(B, B).m(b), lambda: super(A, b).m, lambda: super(type, B).__name__, lambda: super(x=1), lambda: super(B, None).m, lambda: super(B, b).__thisclass__, lambda: super().__init__, lambda: repr(super(B, b)).split(" ")[0], lambda: super(int, 5).__add__, lambda: super(bool, True).__add__(5)):
    try: r = f(); print(r if " at 0x" not in repr(r) else type(r).__name__)
    except Exception as e: print(type(e).__name__, e)
class Meta(type):
    def __call__(cls, *a): return ("made", super().__call__())
    def __new__(m, n, bs, ns): return super().__new__(m, n, bs, ns)
class W(metaclass=Meta): pass
print(W()[0], type(W).__name__)
class E:
    __class__ = "shadowed"
    def f(self): return __class__, super().__init__ is not None
try: print(E().f())
except Exception as e: print(type(e).__name__, e)
