# reference: 3.3.7
# __length_hint__ only hints and is checked; __missing__ belongs to dict subclasses.
class H:
    def __init__(s, hint): s.hint = hint; s.n = 3
    def __iter__(s): return s
    def __next__(s):
        if not s.n: raise StopIteration
        s.n -= 1
        return s.n
    def __length_hint__(s):
        if isinstance(s.hint, Exception): raise s.hint
        return s.hint
for hint in (0, 3, 100, NotImplemented, -1, "a", None, 1.5, True, ValueError("hint"), TypeError("hint"), 10 ** 30):
    for f in (list, tuple, lambda h: [*h], bytearray, lambda h: [].extend(h), sorted, set):
        try:
            print(hint, f(H(hint)), end="; ")
        except Exception as e:
            print(hint, type(e).__name__, e, end="; ")
    print()
class M(dict):
    def __missing__(self, key): print("missing", key, end=" "); return self.setdefault(key, len(self))
m = M()
print(m["a"], m["b"], m["a"], m.get("c"), "c" in m, m)
class Plain:
    def __missing__(self, k): return 1
    def __getitem__(self, k): raise KeyError(k)
try:
    Plain()["x"]
except KeyError as e:
    print("KeyError", e)
class Raising(dict):
    def __missing__(self, key): raise IndexError(key)
class NotCallable(dict):
    __missing__ = 5
class Inst(dict): pass
i = Inst()
i.__missing__ = lambda k: "instance"
for d in (Raising(), NotCallable(), i, {}):
    try:
        print(d["k"])
    except Exception as e:
        print(type(e).__name__, e)
print("%(x)s %(y)s" % M(), "{x}".format_map(M()), eval("q + 1", {}, M(q=1)))
print([].__len__(), (1).__index__(), iter([1, 2]).__length_hint__(), iter(range(5)).__length_hint__(), iter("abc").__length_hint__(), reversed([1, 2]).__length_hint__(), iter({1: 2}).__length_hint__())
