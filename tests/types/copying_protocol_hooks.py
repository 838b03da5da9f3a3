# reference: 3.3.1
# What copy asks of an object: __copy__, __deepcopy__, then __reduce_ex__(4) with __getstate__, __getnewargs__ and __setstate__.
import copy


class Traced:
    def __new__(cls, *a, **k):
        print("new", a, k, end="; ")
        return super().__new__(cls)

    def __init__(self, *a, **k):
        print("init", end="; ")
        self.x = [1]

    def __getnewargs_ex__(self):
        print("newargs", end="; ")
        return ("pos",), {"key": 1}

    def __getstate__(self):
        print("getstate", end="; ")
        return {"x": self.x, "saved": True}

    def __setstate__(self, state):
        print("setstate", sorted(state))
        self.__dict__.update(state)


t = Traced(0)
print()
for make in copy.copy, copy.deepcopy:
    c = make(t)
    print(vars(c), c.x is t.x)


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", type(memo).__name__


print(copy.copy(Hooks()), copy.deepcopy([Hooks(), 1]))


class Slots:
    __slots__ = "a", "b", "__weakref__"


s = Slots()
s.a = [1]
print(s.__getstate__(), s.__reduce_ex__(2)[2], copy.copy(s).a is s.a, hasattr(copy.deepcopy(s), "b"), object().__getstate__(), object().__reduce_ex__(4)[1:])
for protocol in (0, 1):
    try:
        print(s.__reduce_ex__(protocol))
    except TypeError as e:
        print(protocol, e)
for o in (print, int, 5, None, "x", ..., len, lambda: 1, range(3), slice(1)):
    print(type(o).__name__, copy.copy(o) is o or copy.copy(o) == o, copy.deepcopy(o) is o or copy.deepcopy(o) == o)
for o in ((x for x in ()), type(s).a, super(Slots, s)):
    try:
        print(type(copy.copy(o)).__name__)
    except TypeError as e:
        print(type(o).__name__, e)
loop = [1]
loop.append(loop)
deep = copy.deepcopy(loop)
print(deep, deep[1] is deep, deep is not loop)
