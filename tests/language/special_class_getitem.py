# reference: 3.3.5, 3.3.5.1, 3.3.5.2
# Subscribing a class: the metaclass's __getitem__ first, then __class_getitem__, else an error.
class A:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
class B(A): pass
class Meta(type):
    def __getitem__(cls, item): return f"meta {item}"
class C(A, metaclass=Meta): pass
class Static:
    @staticmethod
    def __class_getitem__(item): return "static", item
class Attr:
    __class_getitem__ = lambda *a: len(a)
class No:
    __class_getitem__ = None
class Inst:
    def __getitem__(self, k): return "instance", k
print(A[1], B[int, str], C[2], Static[3], Attr[4], Inst()[5], A[:2], A[...], A[()], A[*"ab"], A["x": "y", 1])
print(list[int], dict[str, int], tuple[int, ...], type[int], set["x"], list[list[int]], tuple[()], frozenset[None], list[int]([1]), list[int].__origin__, dict[str, int].__args__, list[int] == list[int], list[int] != list[str], hash(list[int]) == hash(list[int]), list[int].append.__name__, list[int].__class__.__name__, type(list[int]).__name__)
for act in (lambda: int[1], lambda: No[1], lambda: Inst[1], lambda: object[1], lambda: type[1], lambda: (1)[1], lambda: A()[1], lambda: str[1], lambda: None[1], lambda: list[int][str], lambda: list[int]()[0], lambda: setattr(list[int], "x", 1), lambda: setattr(A, "__class_getitem__", classmethod(lambda c, k: k)) or A[9], lambda: list[int].nothing, lambda: len[1], lambda: list[int].__mro_entries__, lambda: Meta[1], lambda: A.__class_getitem__(5), lambda: [1]["a"], lambda: list[int] | None, lambda: list[int] | 5, lambda: int | list[str], lambda: dict[str], lambda: list[1, 2]):
    try:
        r = act()
        print(r if not callable(r) or "at 0x" not in repr(r) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, e)
class D:
    def __class_getitem__(cls, *args, **kw): return args, kw
print(D[1], D[1, 2], D.__class_getitem__(1, 2, k=3))
try:
    D[1] = 2
except TypeError as e:
    print(e)
try:
    del D[1]
except TypeError as e:
    print(e)
