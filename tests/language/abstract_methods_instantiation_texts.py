# reference: 3.3.3.6, 8.8
# Classes with abstract methods: the words of the refusal, overriding, properties, __abstractmethods__ by hand.
from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods
class One(ABC):
    @abstractmethod
    def f(self): return "base f"
class Two(ABC):
    @abstractmethod
    def b(self): pass
    @abstractmethod
    def a(self): pass
class Kinds(metaclass=ABCMeta):
    @property
    @abstractmethod
    def p(self): pass
    @classmethod
    @abstractmethod
    def c(cls): pass
    @staticmethod
    @abstractmethod
    def s(): return "abstract static body"
    @p.setter
    @abstractmethod
    def p(self, v): pass
class Half(Two):
    def a(self): return "a"
class Full(Half):
    def b(self): return super().b(), "b"
class Both(One, Two): pass
class Uses(One):
    def f(self): return super().f() + "!"
class Attr(One): f = None
class Again(Uses):
    @abstractmethod
    def f(self): pass
class NotAbc:
    @abstractmethod
    def f(self): return "free"
def show(f):
    try: print(f())
    except TypeError as e: print(e)
for c in (One, Two, Kinds, Half, Full, Both, Uses, Attr, Again, NotAbc):
    print(c.__name__, sorted(getattr(c, "__abstractmethods__", ["-"])), end=": ")
    show(lambda: type(c()).__name__)
print(Uses().f(), NotAbc().f(), Full().b(), Kinds.s(), One.f.__isabstractmethod__, Kinds.p.__isabstractmethod__, Kinds.__dict__["c"].__isabstractmethod__)
show(lambda: object.__new__(One)); show(lambda: One.__new__(One)); show(lambda: Half(1, 2))
class Plain: pass
Plain.__abstractmethods__ = frozenset(["x"]); show(Plain); Plain.__abstractmethods__ = ["q", "r"]; show(Plain); Plain.__abstractmethods__ = (); show(lambda: type(Plain()).__name__)
del Plain.__abstractmethods__
try: Plain.__abstractmethods__
except AttributeError as e: print(e)
Half.b = lambda self: "late"; show(Half); update_abstractmethods(Half); show(lambda: Half().b())
class Ints(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, "quack") else NotImplemented
class Duck: quack = 1
Ints.register(int)
print(issubclass(Duck, Ints), isinstance(5, Ints), isinstance("s", Ints), issubclass(bool, Ints), Ints.register(str) is str, isinstance("s", Ints))
for f in (lambda: Ints.register(5), lambda: issubclass(5, Ints), lambda: Ints.register(Ints), lambda: One.register(ABC)):
    try: print(f())
    except (TypeError, RuntimeError) as e: print(type(e).__name__, e)
class Exc(Exception, ABC):
    @abstractmethod
    def f(self): pass
show(lambda: type(Exc()).__name__)
class Lst(list, ABC):
    @abstractmethod
    def f(self): pass
show(lambda: Lst())
