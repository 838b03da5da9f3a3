# What the methods of OrderedDict answer, and the words of their errors.
from collections import OrderedDict as O


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


for n in sorted(O.__dict__):
    print(n, type(O.__dict__[n]).__name__, getattr(O.__dict__[n], "__text_signature__", None))
print(O.__module__, O.__qualname__, O.__mro__, O.__hash__)
o = O(a=1, b=2)
for v in (o.keys(), o.values(), o.items(), iter(o), reversed(o.items())):
    print(type(v), type(v).__mro__, sorted(type(v).__dict__))
    t(type(v))
t(O, 1), t(O, 1, 2), t(O, [1]), t(O, [()]), t(O, [(1,)]), t(O, [(1, 2, 3)]), t(O, None), t(O, [([], 1)])
t(O, ["ab", "cd"]), t(O, {1: 2}, a=3), t(O.__init__, o, 1, 2)
t(o.update, 1, 2), t(o.update, x=3), t(o.update, self=4), t(o.update, {9: 9}, x=5)
t(o.pop), t(o.pop, "zz"), t(o.pop, "zz", 5), t(o.pop, key="x"), t(o.pop, "q", default=3), t(o.pop, 1, 2, 3), t(o.pop, [])
t(o.popitem, 1, 2), t(o.popitem, last="no"), t(o.popitem, 0), t(O().popitem)
t(o.move_to_end), t(o.move_to_end, "q"), t(O().move_to_end, []), t(o.move_to_end, [])
t(o.setdefault), t(o.setdefault, 1), t(o.setdefault, key=5, default=6), t(o.setdefault, [])
t(O.fromkeys), t(O.fromkeys, "ab"), t(O.fromkeys, "ab", value=3), t(O.fromkeys, iterable="ab")
t(lambda: o | {1: 2}), t(lambda: {1: 2} | o), t(lambda: o | [1]), t(lambda: [1] | o)
t(lambda: o.__ior__([(7, 8)])), t(lambda: o.__or__(3)), t(o.__ior__, 3), t(O.__or__, {1: 2}, O(b=2))
t(o.__lt__, o), t(o.__eq__, 3), t(lambda: o < o), t(o.__delitem__, "none"), t(o.__delitem__, []), t(lambda: o["none"])
t(lambda: O(a=1, b=2) == O(b=2, a=1)), t(lambda: O(a=1, b=2) == {"b": 2, "a": 1}), t(lambda: {"b": 2, "a": 1} == O(a=1, b=2))
t(lambda: O(a=1) != O(a=1)), t(lambda: O(a=1, b=2) != O(b=2, a=1)), t(lambda: O(a=1) == O(a=2))


class HasItems:
    def items(self):
        return [(1, 2)]


class KeysOfInt:
    def keys(self):
        return 3


class KeysOnly:
    def keys(self):
        return [3]


class KeysRaise:
    def keys(self):
        raise AttributeError("keys")


t(O, HasItems()), t(O, KeysOfInt()), t(O, KeysOnly()), t(O, KeysRaise())
print(O(), O(a=1), o.copy() is o, o.copy() == o)
o.clear()
print(o, len(o), list(o), list(reversed(o)), o.keys(), iter(o).__reduce__())
a = O(a=1)
a["self"] = a
a["k"], a["v"], a["i"] = a.keys(), a.values(), a.items()
print(a)
