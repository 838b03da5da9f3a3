# Which of a subclass's methods OrderedDict's own ones call; its attributes, copies and pickles.
from collections import OrderedDict as O
import collections.abc as abc
import copy
import pickle
import weakref


class I(O):
    def items(self):
        print("items")
        return [(1, 2)]

    def keys(self):
        print("keys")
        return super().keys()

    def __iter__(self):
        print("iter")
        return super().__iter__()

    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)

    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)

    def __delitem__(self, k):
        print("del", k)
        super().__delitem__(k)

    def __contains__(self, k):
        print("in", k)
        return super().__contains__(k)

    def __missing__(self, k):
        print("missing", k)
        return "?"


def t(what, f, *a):
    print("--", what)
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


i = I(a=1, b=2)
t("repr", repr, i), t("copy", i.copy), t("pop", i.pop, "a"), t("pop", i.pop, "zz"), t("pop", i.pop, "zz", 3)
t("popitem", i.popitem), t("popitem", i.popitem), t("setdefault", i.setdefault, "x", 3), t("setdefault", i.setdefault, "x", 4)
t("update", i.update, {4: 5}), t("update", i.update, O(e=4)), t("update", i.update, [(6, 7)]), t("update", lambda: i.update(kw=1))
t("move", i.move_to_end, 4), t("missing", lambda: i["no"]), t("get", i.get, "no")
t("eq", lambda: i == O(x=3, e=4)), t("eq", lambda: O(x=3) == i), t("fromkeys", lambda: type(I.fromkeys("ab")))
t("reversed", lambda: list(reversed(i))), t("clear", i.clear), t("or", lambda: type(I(a=1) | {1: 2}))
t("or", lambda: type({1: 2} | I(a=1))), t("reduce", lambda: list(I(a=1).__reduce__()[4])), t("ior", i.__ior__, O(a=1))


class S(O):
    pass


class Slots(O):
    __slots__ = "x", "y"


class NoInit(O):
    def __init__(self):
        pass


print(S(a=1) | O(b=2), O(a=1) | S(b=2), {1: 2} | S(b=2), S(), repr(S(a=1)))
s = S(a=1)
s.x = 5
print(s.__reduce__()[:4], vars(s), s.__getstate__())
o = O(b=[1], a=2)
o.attr = [3]
o.move_to_end("b")
print(o.__reduce__()[:4], o.__dict__, vars(o))
for change in (lambda: setattr(o, "__dict__", 5), lambda: delattr(o, "__dict__"), lambda: setattr(O, "x", 1)):
    try:
        change()
    except TypeError as e:
        print(e)
for c in (o.copy(), copy.copy(o), copy.deepcopy(o), *(pickle.loads(pickle.dumps(o, p)) for p in range(6))):
    print(type(c).__name__, c, vars(c), c == o, c is o, c["b"] is o["b"])
q = Slots(k=1)
q.x = 10
for c in (q.copy(), copy.copy(q), copy.deepcopy(q)):
    print(type(c).__name__, c, getattr(c, "x", None), getattr(c, "y", None))
n = NoInit()
n["k"] = 1
print(n, n.copy(), n == {"k": 1})
loop = O()
loop["me"] = loop
again = pickle.loads(pickle.dumps(loop))
print(again["me"] is again, copy.deepcopy(loop))
print(isinstance(o.keys(), abc.KeysView), isinstance(o.items(), abc.ItemsView), isinstance(o, abc.MutableMapping), O[int, str])
died = []
w = weakref.ref(o, died.append)
print(w() is o)
del o, c
print(w(), len(died))


class A:
    od = O()


A.od[A] = None
w = weakref.ref(A)
del A
import gc
gc.collect()
print(w())
it = iter(O({None: []}).items())
gc.collect()
print(gc.is_tracked(next(it)))
