"""typing at run time: aliases, generics, protocols, hints, typed dicts, named tuples, overloads, errors."""
import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, NamedTuple, NewType, NoReturn, Optional,
                    ParamSpec, Protocol, Self, TypeAlias, TypedDict, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack, cast, get_args, get_origin,
                    get_type_hints, overload, runtime_checkable, final, no_type_check, assert_type, reveal_type, assert_never, Required, NotRequired)

T = TypeVar("T")
K = TypeVar("K", bound=int, covariant=True)
C = TypeVar("C", str, bytes)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for x in (typing.List[int], typing.Dict[str, typing.List[T]], Optional[int], Union[int, str, None], Union[int, int], Callable[[int, str], bool],
          Callable[..., T], Callable[P, T], Literal[1, "a", None], Annotated[int, "meta", 3], ClassVar[int], Final[str], typing.Tuple[int, ...],
          typing.Tuple[()], typing.Type[int], Concatenate[int, P], TypeGuard[int], NoReturn, Any, Unpack[Ts], typing.Tuple[int, Unpack[Ts]], list[T][int],
          T, K, C, P, Ts, P.args, Self, typing.Dict, typing.Deque[int], typing.Pattern[str], ForwardRef("Later"), int | None, int | "str" if 0 else str | T):
    print(x, get_origin(x), get_args(x))
print(typing.Dict[str, T][int], Callable[[T], K][int, bool], Union[T, int][str], typing.List[T].__parameters__, Annotated[T, 1][int], K.__bound__, C.__constraints__)
print(Union[int, str] == Union[str, int], hash(Optional[int]) == hash(Union[None, int]), typing.List[int] == typing.List[int], Literal[1] == Literal[True], typing.List is typing.List)


class Box(Generic[T]):
    item: T

    def __init__(self, item: T) -> None:
        self.item = item

    def get(self: "Box[T]", default: Optional["Box"] = None) -> T:
        return self.item


class Pair(Box[int], Generic[T, K]):
    pass


print(Box[int], Box[int](3).item, Box[int]("x").__orig_class__, Pair.__parameters__, Pair.__orig_bases__, Pair[str, int], Box.__class_getitem__(str), Box[T][str])
print(get_type_hints(Box.get), get_type_hints(Box), Box.__init__.__annotations__)


@runtime_checkable
class Sized(Protocol):
    size: int

    def grow(self, by: int) -> None: ...


class Has:
    size = 3

    def grow(self, by):
        pass


print(isinstance(Has(), Sized), isinstance(3, Sized), Sized._is_protocol)


class Closable(Protocol):
    def close(self): ...


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


class More(Movie):
    extra: NotRequired[bool]
    must: str


class Point(NamedTuple):
    x: int
    y: float = 0.5

    def total(self):
        return self.x + self.y


print(Movie(name="n"), Movie.__required_keys__, sorted(More.__optional_keys__), sorted(More.__required_keys__), Movie.__total__, get_type_hints(Movie), More.__annotations__["must"])
print(Point(1), Point(1).total(), Point._field_defaults, Point.__annotations__, Point._fields, NamedTuple("N", [("a", int)])(1), TypedDict("D", {"in": int}).__annotations__)
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast("int", "x"), assert_type(3, int))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


@final
class Last:
    @final
    @typing.override
    def m(self): ...


print(len(typing.get_overloads(f)), Last.__final__, Last.m.__override__, f("x"))


@no_type_check
def unchecked(a: "not a type!"): ...


def hints(a: "int", b: "Later" = None, *c: "list[int]", d: Annotated["str", 1] = "") -> None: ...


Later = dict
print(get_type_hints(hints), get_type_hints(hints, include_extras=True)["d"], get_type_hints(unchecked))
print(issubclass(list, typing.Sequence), isinstance([], typing.Iterable), typing.get_protocol_members(Sized) if hasattr(typing, "get_protocol_members") else "3.13")


class Arr[*Shape, **Q, V: (int, str)]:
    pass


type Nest[A] = A | list[Nest[A]]
print(Arr[int, int, [str], int], Arr.__type_params__, Nest, Nest[int], Nest.__value__, Nest.__type_params__, Nest[int].__origin__ is Nest)


def say(g):
    try:
        print(g())
    except Exception as error:
        print(type(error).__name__, error)


for g in (lambda: typing.List[int, str], lambda: Optional[1, 2], lambda: Union[()], lambda: Box[int, str], lambda: typing.List[int]("x") , lambda: isinstance(3, typing.List[int]),
          lambda: isinstance([], typing.List), lambda: issubclass(int, Union[int, str]), lambda: isinstance(3, Union[int, str]), lambda: Any(), lambda: Literal(), lambda: Closable(),
          lambda: isinstance(3, Closable), lambda: TypeVar("X", int), lambda: TypeVar("X", int, bound=str), lambda: TypeVar("X", covariant=True, contravariant=True), lambda: Generic[int],
          lambda: Callable[int], lambda: Callable[int, str], lambda: Annotated[int], lambda: ForwardRef("a b"), lambda: get_type_hints(lambda x: 0), lambda: get_type_hints(3),
          lambda: ClassVar[ClassVar[int]], lambda: Final[1], lambda: Movie(1, 2), lambda: isinstance({}, Movie), lambda: Self[int], lambda: assert_never(3), lambda: f.__wrapped__,
          lambda: type("S", (T,), {}), lambda: type("S", (Any,), {}).__mro__, lambda: Sized.__class_getitem__(int), lambda: typing.nope, lambda: Point("a", "b", "c"), lambda: Concatenate[int, str]):
    say(g)
