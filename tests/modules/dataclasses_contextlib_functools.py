"""dataclasses, contextlib and functools: every option and the errors."""
import contextlib
import dataclasses
import functools
import sys
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass(order=True)
class Item:
    name: str
    price: float = field(default=1.0, metadata={"unit": "EUR"})
    tags: list = field(default_factory=list, compare=False, repr=False)
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    total: float = field(init=False, default=0)

    def __post_init__(self, scale):
        self.total = self.price * scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    a: int
    b: "list[Item]" = ()


@dataclass
class Sub(Item):
    _: KW_ONLY
    extra: int = 5
    __match_args__ = ("name", "extra")


a = Item("x", 2.0, scale=3)
print(a, a == Item("x", 2.0, ["t"], 3), a < Item("y"), Item.__match_args__, a.total, [f.name for f in fields(a)], fields(a)[1].metadata["unit"])
print(asdict(a), astuple(Sub("s", extra=1)), replace(a, name="z", scale=1), is_dataclass(Item), is_dataclass(3), Sub("q"))
f = Frozen(a=1)
print(f, hash(f) == hash(Frozen(a=1)), Frozen.__slots__, asdict(Frozen(a=1, b=[a])), repr(fields(Frozen)[0])[:60])
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=3))], namespace={"sum": lambda self: self.x + self.y + self.z}, frozen=True)
print(M(1, 2).sum(), M(1, 2), M.__doc__, Item.__doc__)


def say(g):
    try:
        print(g())
    except Exception as error:
        print(type(error).__name__, error)


def make(body):
    return lambda: exec(body, {"dataclass": dataclass, "field": field, "Item": Item, "Frozen": Frozen})


for g in (lambda: setattr(f, "a", 2), lambda: delattr(f, "a"), lambda: Item(), lambda: hash(a), lambda: a < 3, lambda: Frozen(1), lambda: replace(a, total=3, scale=1), lambda: asdict(3),
          lambda: fields(3), lambda: f.__setattr__("q", 1), make("@dataclass\nclass A:\n x: int = 1\n y: int"), make("@dataclass\nclass A:\n x: list = []"),
          make("@dataclass\nclass A(Frozen):\n y: int = 1"), make("@dataclass(order=True, eq=False)\nclass A: pass"), make("@dataclass\nclass A:\n x: int = field(default=1, default_factory=list)"),
          make("@dataclass(order=True)\nclass A:\n def __lt__(self, o): pass"), lambda: make_dataclass("B", ["a", "a"]), lambda: make_dataclass("B", ["for"])):
    say(g)


@contextlib.contextmanager
def managed(name, swallow=False):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
        if not swallow:
            raise
    finally:
        print("exit", name)


with managed("a") as value, contextlib.suppress(KeyError):
    print(value)
    {}["x"]
with managed("b", True):
    raise ValueError("swallowed")


@managed("deco")
def decorated():
    return "result"


print(decorated(), decorated())
with contextlib.ExitStack() as stack:
    print(stack.enter_context(managed("one")), stack.enter_context(managed("two", True)))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda kind, error, tb: print("push", kind and kind.__name__))
    kept = stack.pop_all()
kept.close()
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
import io
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.nullcontext(5) as five:
    print("hidden", five)
print(repr(out.getvalue()))


class Closing:
    def close(self):
        print("closed")


with contextlib.closing(Closing()):
    pass


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def never():
    if 0:
        yield


def use(manager):
    with manager:
        pass


say(lambda: use(twice()))
say(lambda: use(never()))
say(lambda: use(3))
with contextlib.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])


@functools.lru_cache(maxsize=2, typed=True)
def square(n):
    print("computing", n)
    return n * n


square(2), square(2), square(2.0), square(3), square(2)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@functools.singledispatch
def kind(x):
    return "object"


@kind.register
def _(x: int | float):
    return "number"


@kind.register(list)
def _(x):
    return "list"


print(kind(1), kind(1.5), kind([]), kind(""), kind(True), kind.dispatch(bool)(1), sorted(c.__name__ for c in kind.registry))


class Temp:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def slow(self):
        print("slow")
        return self.n + 1

    @functools.singledispatchmethod
    def take(self, x):
        return "?"

    @take.register
    def _(self, x: str):
        return "str " + x

    half = functools.partialmethod(lambda self, a, b: (self.n, a, b), 1, b=2)


t = Temp(1)
print(t.slow, t.slow, t.take("s"), t.take(2), t.half(), vars(t))


@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(Ordered(1) <= Ordered(2), Ordered(1) >= Ordered(2), Ordered(3) > Ordered(2))
add = functools.partial(lambda *a, **k: (a, k), 1, x=2)
print(add(3, y=4), add.args, add.keywords, functools.partial(add, 9, x=7)(), functools.reduce(lambda a, b: a * b, range(1, 6), 2))
print(sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))), functools.cache(len)("abc"))


def wrapper(g):
    @functools.wraps(g)
    def inner(*args):
        """Not this."""
        return g(*args)
    return inner


@wrapper
def documented(a: int) -> str:
    "This."


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__.__qualname__)
say(lambda: kind())
say(lambda: kind.register(3))
say(lambda: functools.reduce(lambda a, b: a, []))
say(lambda: functools.lru_cache(3.5))
say(lambda: functools.total_ordering(type("N", (), {})))
say(lambda: square([]))
