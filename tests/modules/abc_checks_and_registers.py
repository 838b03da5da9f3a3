# What abstract base classes know: abstract methods, registered classes, caches, hooks, and what match takes them for.
import abc
import collections.abc as c
import gc

import _abc


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def dump(cls):
    registry, cache, negative, version = _abc._get_dump(cls)
    print([sorted(ref().__name__ for ref in s if ref() is not None) for s in (registry, cache, negative)], type(version).__name__)


class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...

    @property
    @abc.abstractmethod
    def g(self): ...

    def h(self): ...


class B(A):
    def f(self): ...

    @classmethod
    @abc.abstractmethod
    def k(cls): ...


print(sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), type(B.__abstractmethods__).__name__)
show(B)


class P(abc.ABC):
    pass


class Q:
    pass


class R(Q):
    pass


before = abc.get_cache_token()
print(isinstance(Q(), P), isinstance(R(), P), issubclass(int, P))
dump(P)
print(P.register(Q) is Q, abc.get_cache_token() - before)
dump(P)
print(isinstance(Q(), P), isinstance(R(), P), issubclass(int, P))
dump(P)
print(P.register(R) is R, abc.get_cache_token() - before)
_abc._reset_caches(P)
dump(P)
_abc._reset_registry(P)
dump(P)
print(isinstance(Q(), P))

show(P.register, 3)
show(issubclass, 3, P)


class Sub(P):
    pass


show(Sub.register, P)
print(isinstance(Sub(), P), issubclass(Sub, P), issubclass(P, Sub))
dump(P)


class Hooked(abc.ABC):
    answer = True

    @classmethod
    def __subclasshook__(cls, other):
        return cls.answer


print(issubclass(int, Hooked))
Hooked.answer = False
print(issubclass(int, Hooked), issubclass(str, Hooked), issubclass(Hooked, Hooked))
Hooked.answer = 3
show(issubclass, bytes, Hooked)
dump(Hooked)


class Other:
    pass


Hooked.answer = NotImplemented
temporary = type("Temporary", (), {})
Hooked.register(temporary)
print(issubclass(temporary, Hooked), issubclass(type("T2", (temporary,), {}), Hooked))
del temporary
gc.collect()
print([len(s) for s in _abc._get_dump(Hooked)[:2]])


class Liar:
    @property
    def __class__(self):
        return Q


P.register(Q)
print(isinstance(Liar(), P), isinstance(Liar(), Hooked))


class Wrong(metaclass=abc.ABCMeta):
    pass


Wrong._abc_impl = 3
show(isinstance, 1, Wrong)
show(issubclass, int, Wrong)
show(_abc._get_dump, Wrong)


class BadSubclasses(abc.ABC):
    __subclasses__ = classmethod(lambda cls: 5)


show(issubclass, int, BadSubclasses)


class Raises(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        raise ZeroDivisionError(other.__name__)


show(isinstance, 1, Raises)


# ---- match ----
def kind(x):
    match x:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class Seq(c.Sequence):
    def __getitem__(self, i):
        return "ab"[i]

    def __len__(self):
        return 2


class Map(c.Mapping):
    def __getitem__(self, k):
        return {"a": 1}[k]

    def __iter__(self):
        return iter("a")

    def __len__(self):
        return 1


class Plain:
    def __len__(self):
        return 0

    def __getitem__(self, i):
        raise IndexError


class Below(Plain):
    pass


print(kind(Seq()), kind(Map()), kind(Plain()), kind(Below()), kind("ab"), kind([]), kind({}))
c.Sequence.register(Plain)
print(kind(Plain()), kind(Below()))
c.Mapping.register(Below)
print(kind(Plain()), kind(Below()))


def both():
    class Both(c.Collection):
        __abc_tpflags__ = 1 << 5 | 1 << 6


show(both)


class Own(c.Collection):
    __abc_tpflags__ = 1 << 5
    __contains__ = __iter__ = lambda self: iter(())
    __len__ = lambda self: 0


print(kind(Own()), "__abc_tpflags__" in Own.__dict__)


# ---- metaclasses with a hash and == of their own ----
class Meta(abc.ABCMeta):
    def __hash__(cls):
        return 5

    def __eq__(cls, other):
        return cls is other


class M(metaclass=Meta):
    pass


class N(metaclass=Meta):
    pass


print(issubclass(N, P), P.register(N) is N, issubclass(N, P), issubclass(M, P), isinstance(N(), P))


# ---- the first base that matches something decides ----
class Neither:
    pass


class M1(Neither, c.Mapping, c.Sequence):
    __getitem__ = __iter__ = lambda self, *k: iter(())
    __len__ = lambda self: 0


class M2(Neither, dict, c.Sequence):
    pass


class M3(c.Sequence, dict):
    __getitem__ = lambda self, k: 1
    __len__ = lambda self: 0


print(kind(M1()), kind(M2()), kind(M3()))
