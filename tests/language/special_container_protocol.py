# reference: 3.3.7, reversed(), iter()
# __getitem__ alone makes a sequence to iterate, search and reverse; None switches each off.
class Seq:
    def __init__(s, *a): s.a = a
    def __getitem__(s, i): print("get", i, end="; "); return s.a[i]
    def __len__(s): return len(s.a)
s = Seq(1, 2, 3)
print(list(s), 2 in s, 9 in s, list(reversed(s)), [*s], max(s), dict(zip("ab", s)))
a, b, c = s
print(a, b, c)
class NoLen:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
class Stops:
    def __getitem__(s, i):
        if i: raise StopIteration
        return i
class It:
    def __iter__(s): return iter("xyz")
    def __reversed__(s): return "any object"
    def __contains__(s, x): return "truthy" if x else []
print(list(NoLen()), list(Stops()), list(It()), reversed(It()), 1 in It(), 0 in It(), 0 not in It())
class Off:
    __iter__ = None
    __contains__ = None
    __reversed__ = None
    def __getitem__(s, i): return 1
    def __len__(s): return 1
class OnlyContains:
    def __contains__(s, x): return x == 1
class BadIter:
    def __iter__(s): return 5
class BadNext:
    def __iter__(s): return s
class MapLike:
    def keys(s): return ["k"]
    def __getitem__(s, k): return k * 2
print(dict(MapLike()), {**MapLike()})
for act in (lambda: iter(Off()), lambda: 1 in Off(), lambda: reversed(Off()), lambda: list(Off()), lambda: [*Off()], lambda: 1 in OnlyContains(), lambda: iter(OnlyContains()), lambda: iter(BadIter()), lambda: list(BadNext()), lambda: 1 in BadIter(), lambda: reversed(NoLen()), lambda: reversed(iter([])), lambda: reversed({1}), lambda: reversed(5), lambda: list(reversed({1: 2, 3: 4})), lambda: len(NoLen()), lambda: NoLen()["a"], lambda: 1 in 5, lambda: "a" in 5, lambda: 1 in object(), lambda: (lambda: 0)[0], lambda: iter(5), lambda: next(5), lambda: next([]), lambda: [].__contains__(1), lambda: list(reversed("abc")), lambda: reversed(), lambda: reversed([], 1), lambda: iter(), lambda: iter(1, 2), lambda: list(iter([1, 2, 3].pop, 1)), lambda: next(iter([]), "d"), lambda: next(iter([]))):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class Del:
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
d = Del()
d[1] = d["x", 2] = "v"
del d[1], d[:]
try:
    d[0]
except TypeError as e:
    print(e)
