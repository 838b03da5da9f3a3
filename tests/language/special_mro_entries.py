# reference: 3.3.3.2
# A base that is no class may name the real ones; __orig_bases__ keeps what was written.
class Real: who = "real"
class Other: other = "other"
class Fake:
    def __init__(s, *to): s.to = to
    def __mro_entries__(s, bases): print("asked", len(bases), [type(b).__name__ for b in bases]); return s.to
class A(Fake(Real)): pass
print(A.__bases__, type(A.__orig_bases__[0]).__name__, A.who)
class B(Fake(Real, Other), Fake()): pass
print(B.__bases__, len(B.__orig_bases__), B.other)
class C(Fake()): pass
print(C.__bases__, C.__mro__)
class D(Real): pass
print(hasattr(D, "__orig_bases__"))
class L(list[int]): pass
print(L.__bases__, L.__orig_bases__, L([1]))
class Gone(Fake(Real)):
    __orig_bases__ = "own"
print(len(Gone.__orig_bases__))
class Bad:
    def __mro_entries__(s, bases): return [Real]
class Raises:
    def __mro_entries__(s, bases): raise KeyError("entries")
class NotCallable:
    __mro_entries__ = 5
def cls(*bases):
    try:
        class X(*bases): pass
        print("made", [b.__name__ for b in X.__bases__])
    except Exception as e:
        print(type(e).__name__, e)
cls(Bad()); cls(Raises()); cls(NotCallable()); cls(5); cls("a"); cls(None); cls(lambda: 0); cls(Real()); cls(Fake(5)); cls(Fake(Real), Real); cls(Fake(object), Real); cls(int, Fake(str)); cls(print); cls(*[Real]); cls()
class ClassWith:
    @classmethod
    def __mro_entries__(cls, bases): return (Other,)
class E(ClassWith): pass
print(E.__bases__)
inst = Real()
inst.__mro_entries__ = lambda bases: (Other,)
cls(inst)
try:
    type("X", (Fake(Real),), {})
except TypeError as e:
    print(e)
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
class F(Fake(WithMeta)): pass
print(type(F).__name__)
