# reference: 3.2.7.1
# Where a key stands after update, |, |=, setdefault, pop and popitem: its first place, or the end when it was taken out.
d = {"a": 1, "b": 2, "c": 3}
d["a"] = 10
print(d)
d["a"] = d.pop("a")
print(d)
d.update(c=30, z=26)
print(d, d | {"b": 0, "y": 25}, {"b": 0, "y": 25} | d)
d |= [("c", 300), ("q", 1)]
print(d, d.setdefault("b", 9), d.setdefault("new", 9), d.setdefault("none"), d)
print(d.popitem(), d.popitem(), list(d), d.pop("zzz", "default"))
first = {1: "int", 2: "x"}
print(first | {1.0: "float", True: "bool"}, {**first, 1.0: "unpacked"}, {1.0: "f"} | first)
for f in (lambda: {} | [("a", 1)], lambda: {}.__or__([]), lambda: {}.__ror__(5), lambda: {}.__ior__([(1, 2)]), lambda: {}.__ior__(5), lambda: {}.__ior__([(1, 2, 3)]), lambda: {}.__ior__("ab"), lambda: {}.popitem(), lambda: {}.pop("k"), lambda: {}.pop([]),
          lambda: {}.update(5), lambda: {}.update([5]), lambda: {}.update({}, {}), lambda: {}.update(["ab", "cd"]), lambda: {}.update(self=1), lambda: dict(self=1, other=2), lambda: [] | {}, lambda: {1: 2} | None, lambda: {}.setdefault(), lambda: {}.setdefault([])):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)


class HasKeys:
    def keys(self):
        return iter("xy")

    def __getitem__(self, key):
        return key * 2


class Own(dict):
    def __or__(self, other):
        return "own or"

    def __ror__(self, other):
        return "own ror"


print(dict(HasKeys()), {}.__ior__(HasKeys()), {"x": 0} | dict(HasKeys(), w=1), Own() | {}, {} | Own(), {}.__or__(Own(a=1)))
