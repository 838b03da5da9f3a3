# reference: 3.3.5
# list[int] and its kind: origin, arguments, parameters, equality, calls, unpacking, subclassing, what passes through to the type.
from types import GenericAlias


def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


a = list[int]
print(a, repr(a), a.__origin__, a.__args__, a.__parameters__, type(a).__name__, a() == [], a("ab"), dict[str, list[int]], tuple[int, ...], tuple[()], tuple[()].__args__, type[int], list[...], list["later"], list[None], dict[str, 5])
print(a == list[int], a == list, a == list[str], hash(a) == hash(list[int]), {list[int]: "k"}[a], a is list[int], list[int] == GenericAlias(list, int), GenericAlias(list, (int, str)), list[(int,)] == a)
print(a.append is list.append, a.__name__, a.__qualname__, a.__module__, a.__mro_entries__(()), type(a([1])).__name__, a.fromkeys if hasattr(a, "fromkeys") else "none", dict[int, str].fromkeys("a"), "append" in dir(a))
print(*(attempt(f) for f in (lambda: isinstance([], a), lambda: issubclass(list, a), lambda: isinstance([], list[int] | None), lambda: int[str], lambda: a[int], lambda: list[int][str], lambda: setattr(a, "x", 1), lambda: setattr(a, "__origin__", 1), lambda: delattr(a, "x"), lambda: a.missing,
                             lambda: GenericAlias(list), lambda: GenericAlias(), lambda: GenericAlias(5, 6), lambda: GenericAlias(list, int, str), lambda: a < a, lambda: [1][a], lambda: list[int].__class__, lambda: bool[int], lambda: 5 | a, lambda: range[int])), sep="\n")


class Own(list[int]):
    pass


print(Own.__mro__, Own.__orig_bases__, Own.__bases__, isinstance(Own(), list))


class Typed:
    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def __init__(self, *a):
        self.given = a


made = Typed[str](1, 2)
print(Typed[str], made.given, made.__orig_class__, attempt(lambda: list[int]().__orig_class__), *Typed[int].__args__)
star, = tuple[int, str]
print(star, star.__unpacked__, star == tuple[int, str], tuple[*tuple[int, str]].__args__, (*list[int],), a.__unpacked__, a.__reduce__()[1], a.__typing_unpacked_tuple_args__)
print(set[int], frozenset[str], enumerate[int], type(filter).__name__, a.__copy__() == a if hasattr(a, "__copy__") else "no copy", list[int] == 5, list[[int]].__args__, attempt(lambda: hash(list[[1]])))
