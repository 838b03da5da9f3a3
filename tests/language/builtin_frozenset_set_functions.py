# reference: frozenset(), set()
# Constructors, copies, subclasses; what they refuse.
print(set(), frozenset(), set("a"), set([1, 1]), set(set([2])), set({3: 4}), set(x for x in (5,)), frozenset(range(1)), set(frozenset([1])) == frozenset(set([1])), {*()}, set(b"a"), len(set([float("nan")] * 2)))
f = frozenset("a")
print(frozenset(f) is f, frozenset([]) is frozenset(""), frozenset() is frozenset(), set(f) == f)
class S(set): pass
class F(frozenset):
    def __new__(cls, *a): return super().__new__(cls, *a)
class SI(set):
    def __init__(s, a, b): super().__init__([a, b])
print(S("a"), F("a"), type(S("a") | S("b")).__name__, type(F("a") & F("a")).__name__, type(S("a").copy()).__name__, type(F("a").copy()).__name__, sorted(SI(1, 2)), S("a") == F("a") == {"a"}, frozenset(F("a")).__class__.__name__, S([1]).union([2]).__class__.__name__)
for g in (lambda: set(5), lambda: set(None), lambda: set(1, 2), lambda: set(a=1), lambda: set([[]]), lambda: set([{}]), lambda: frozenset(5), lambda: frozenset(1, 2), lambda: frozenset(iterable=[]), lambda: frozenset([set()]), lambda: set.__new__(set, 1, 2, 3), lambda: set().__init__(5), lambda: set.__init__(frozenset()), lambda: S(1), lambda: S(x=1), lambda: F(x=1), lambda: set.__new__(list), lambda: set(object())):
    try: print(g())
    except TypeError as e: print(e)
s = {1}
s.__init__([2, 3]); print(s); s.__init__(); print(s)
