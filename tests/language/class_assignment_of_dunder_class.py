# reference: 3.2.10.2, 3.2.11
# o.__class__ = K: which layouts fit, what changes at once, the texts of the refusals, modules too.
import types
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
    def __len__(self): return 7
class S1: __slots__ = ("x", "y")
class S2: __slots__ = ("x", "y")
class S3: __slots__ = ("y", "x")
class S4: __slots__ = ("x",)
class S5(S1): __slots__ = ()
class SD: __slots__ = ("x", "y", "__dict__")
class SW: __slots__ = ("x", "y", "__weakref__")
class N: __slots__ = ()
class I(int): pass
class I2(int): pass
class L(list): pass
class D(dict): pass
class E1(Exception): pass
class E2(ValueError): pass
def name(o): return type(o).__name__
def change(make, cls):
    o = make()
    try: o.__class__ = cls
    except TypeError as e: print(name(make()), "->", getattr(cls, "__name__", cls), "|", e)
    else: print(name(make()), "->", name(o), isinstance(o, cls))
for make in (A, S1, S5, SD, SW, N, I, L, E1, object, lambda: 5, lambda: [], lambda: A, lambda: len, lambda: None, lambda: (lambda: 0)):
    for cls in (A, B, S2, S3, S4, S5, SD, I2, D, E2, int, object): change(make, cls)
for cls in (5, None, "A"): change(A, cls)
a = A(); a.v = 1; bound = a.who
a.__class__ = B; print(a.who(), bound(), len(a), a.v, bool(a))
try: del a.__class__
except TypeError as e: print(e)
s = S1(); s.x = 1; s.y = 2; s.__class__ = S2; print(s.x, s.y)
class Mod(types.ModuleType):
    @property
    def answer(self): return 42
    def __call__(self): return "module called"
m = types.ModuleType("m"); m.__class__ = Mod; print(m.answer, m(), name(m))
change(lambda: types.ModuleType("z"), A)
class Fake:
    @property
    def __class__(self): return int
f = Fake(); print(f.__class__, name(f), isinstance(f, int), isinstance(f, Fake), issubclass(name.__class__, int))
try: f.__class__ = A
except AttributeError as e: print(e)
class Loud:
    def __setattr__(self, n, v): print("setattr", n)
Loud().__class__ = A
class Meta(type): pass
class K: pass
try: K.__class__ = Meta
except TypeError as e: print(e)
class K2(metaclass=Meta): pass
class Meta2(type): pass
K2.__class__ = Meta2; print(name(K2), isinstance(K2, Meta))
try: K.__class__ = A
except TypeError as e: print(e)
try: int.__class__ = Meta
except TypeError as e: print(e)
