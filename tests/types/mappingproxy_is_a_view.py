# A mappingproxy shows a mapping that may change; reading passes through, writing does not exist.
from types import MappingProxyType


def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError, KeyError, RuntimeError) as e:
        return f"{type(e).__name__}: {e}"


d = {"a": 1, "b": 2}
p = MappingProxyType(d)
d["c"] = 3
print(p, repr(p), str(p), len(p), list(p), p["c"], "a" in p, p.get("z"), p.get("z", 0), list(p.keys()), list(p.values()), list(p.items()), list(reversed(p)), p == d, p == {"a": 1}, p != d, p == MappingProxyType(dict(d)), type(p.copy()).__name__)
for f in (lambda: p.__setitem__("a", 1), lambda: p.pop("a"), lambda: p.update({}), lambda: p["missing"], lambda: MappingProxyType(), lambda: MappingProxyType(5), lambda: MappingProxyType([1]), lambda: MappingProxyType("text"), lambda: MappingProxyType((1,)), lambda: MappingProxyType({}, {}), lambda: MappingProxyType({1: 2})[[]], lambda: p < p,
          lambda: hash(p), lambda: p.__ior__({}), lambda: type("S", (MappingProxyType,), {}), lambda: p.fromkeys("a"), lambda: p | 5, lambda: p | [("a", 1)], lambda: MappingProxyType(mapping={1: 2}), lambda: setattr(p, "x", 1), lambda: MappingProxyType({3}), lambda: MappingProxyType(frozenset()), lambda: MappingProxyType(b"x")):
    print(attempt(f))
try:
    p["a"] = 1
except TypeError as e:
    print(e)
try:
    del p["a"]
except TypeError as e:
    print(e)
try:
    p |= {"x": 1}
except TypeError as e:
    print(e)
print(p | {"z": 26}, {"z": 26} | p, type(p | p).__name__, {**p}, dict(p), MappingProxyType(p), d.keys() == p.keys())


class Loud:
    def __getitem__(self, key):
        return f"item {key}"

    def keys(self):
        return "keys asked"

    def get(self, key, default=None):
        return "get asked", key, default

    def __contains__(self, key):
        return key == "yes"

    def __len__(self):
        return 7

    def copy(self):
        return "copy asked"

    def __repr__(self):
        return "<Loud>"


q = MappingProxyType(Loud())
print(q["x"], q.keys(), q.get("k", 5), "yes" in q, "no" in q, len(q), q.copy(), q, attempt(lambda: q.items()), attempt(lambda: [next(iter(q))]), attempt(lambda: reversed(q)) is not None, MappingProxyType[int, str])
print(type(type.__dict__["__dict__"]).__name__, type(vars(int)).__name__, attempt(lambda: vars(int).__setitem__), hash(MappingProxyType(type("H", (dict,), {"__hash__": lambda s: 99})())))
