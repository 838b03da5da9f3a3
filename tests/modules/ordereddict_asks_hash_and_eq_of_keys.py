# How often an OrderedDict asks its keys for their hash and for equality; keys that answer differently each time.
from collections import OrderedDict as O


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return 1

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


def t(what, f, *a):
    print("--", what)
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


a = O()
t("set", a.__setitem__, K(1), 1), t("set", a.__setitem__, K(2), 2), t("set", a.__setitem__, K(3), 3)
t("set again", a.__setitem__, K(2), 5), t("get", lambda: a[K(3)]), t("iter", list, a), t("items", list, a.items())
t("values", list, a.values()), t("reversed", list, reversed(a)), t("copy", a.copy), t("eq", a.__eq__, a.copy())
t("setdefault", a.setdefault, K(1)), t("setdefault", a.setdefault, K(4)), t("move", a.move_to_end, K(1))
t("move", a.move_to_end, K(9)), t("pop", a.pop, K(2)), t("pop", a.pop, K(9), 0), t("popitem", a.popitem), t("del", a.__delitem__, K(3))
t("del", a.__delitem__, K(3)), t("repr", repr, a), t("fromkeys", O.fromkeys, [K(1), K(1)])


class Unsteady:
    def __hash__(self):
        global hashes
        hashes += 1
        return hashes

    def __repr__(self):
        return "key"


hashes = 0
od = O()
for n in range(20):
    od[Unsteady()] = n
for f in (list, lambda o: list(o.values()), lambda o: list(o.items()), repr, O.copy):
    t("unsteady", f, od)
print(od.popitem(), len(od))

for method in (dict.__delitem__, dict.pop, lambda o, k: dict.popitem(o)):  # dict's own methods do not know the list
    od = O(spam=1, ham=2)
    method(od, "spam")
    t("repr", repr, od), t("copy", od.copy), t("len", len, od)
od = O(spam=1)
dict.__setitem__(od, "ham", 2)
t("repr", repr, od), t("len", len, od), t("set", od.__setitem__, "ham", 3), t("repr", repr, od)
dict.update(od, dict.fromkeys(range(3)))
t("repr", repr, od), t("pop", od.pop, 1, "absent"), t("len", len, od), t("del", od.__delitem__, 1), t("len", len, od)
dict.clear(od)
t("repr", repr, od), t("set", od.__setitem__, 1, 1), t("len", len, od)
