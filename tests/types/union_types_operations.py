# int | str: flattening, order, duplicates, None, equality, isinstance, what can be joined and what not.
import types


def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


u = int | str
print(u, type(u), u.__args__, u.__parameters__, isinstance(u, types.UnionType), type(u) is types.UnionType)
print(int | str | int, int | int, int | (str | float), (int | str) | (str | bytes), int | None, None | int, type(None) | int, list[int] | str, str | list[int] | list[int], bool | int, int | types.UnionType)
print(u == str | int, u == int, u == (int, str), hash(u) == hash(str | int), {u: 1}[str | int], u != int | float, (int | int) is int, u.__args__ == (str | int).__args__)
print(*(attempt(f) for f in (lambda: isinstance(5, u), lambda: isinstance(5.0, u), lambda: issubclass(bool, u), lambda: issubclass(float, u), lambda: isinstance(None, int | None), lambda: issubclass(type(None), int | None), lambda: isinstance(5, u | list), lambda: isinstance("x", (float, u)))))
for f in (lambda: u(), lambda: u[int], lambda: int | 5, lambda: 5 | int, lambda: int | "str", lambda: u | 1, lambda: u < u, lambda: types.UnionType(), lambda: isinstance(5, int | list[int]), lambda: issubclass(int, str | list[int]), lambda: issubclass(5, u), lambda: None | None, lambda: ... | int, lambda: type("S", (u,), {}), lambda: setattr(u, "x", 1),
          lambda: setattr(u, "__args__", ()), lambda: type("S", (types.UnionType,), {}), lambda: u.missing, lambda: u.__origin__, lambda: u.__name__, lambda: int & str, lambda: isinstance([], list | list[int])):
    print(attempt(f))


class Meta(type):
    def __or__(self, other):
        return "meta or"

    def __ror__(self, other):
        return "meta ror"


class WithMeta(metaclass=Meta):
    pass


class Strange(metaclass=type("M", (type,), {"__instancecheck__": lambda c, o: o == 42, "__subclasscheck__": lambda c, o: o is bool})):
    pass


print(WithMeta | int, int | WithMeta, isinstance(42, str | Strange), isinstance(41, str | Strange), issubclass(bool, str | Strange), issubclass(int, Strange | str))
T = type("T", (), {})
print((T | None).__args__[1], repr(T | int).endswith("T | int"), (list[str] | None)[int] if (list[str] | None).__parameters__ else "no parameters")
type Alias = int | "later"
try:
    print(Alias.__value__)
except TypeError as e:
    print(e)
match 5:
    case int() | str():
        print("matched")
