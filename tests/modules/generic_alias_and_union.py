print(list[int], dict[str, list[int]], tuple[int, ...], type[int], int | str, int | None, list[int] | None, (int | str) | float)
a = list[int]
print(a.__origin__, a.__args__, a([1, 2]), type(a).__name__, a == list[int], list[int] is list[int], hash(a) == hash(list[int]))
u = int | str
print(u.__args__, type(u).__name__, u == str | int, int | int, isinstance(3, u))
for f in (lambda: int | 5, lambda: int["x"], lambda: isinstance([], a), lambda: a.nope, lambda: list[int][str]):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
class G:
    def __class_getitem__(cls, k): return cls.__name__, k
print(G[int], G[1, 2])
