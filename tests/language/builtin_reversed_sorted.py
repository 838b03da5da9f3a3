# reference: reversed(), sorted()
# sorted is stable and takes any iterable; reversed wants __reversed__ or a sequence.
print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted({2: 0, 1: 0}), sorted(x for x in (2, 1)), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: t[0]), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: t[0], reverse=True), sorted(["b", "A"], key=str.lower), sorted([]), sorted([1, True, 1.0]), sorted([True, 1, 1.0], reverse=True), sorted("äaz"), sorted([[2], [1, 5], []]), sorted([3, -1], key=abs), sorted([1, 2], key=None))
class S:
    def __len__(s): return 3
    def __getitem__(s, i): print("get", i, end=" "); return i * 10
class R:
    def __reversed__(s): return iter("reversed")
print(list(reversed(S())), "".join(reversed(R())), list(reversed([1, 2])), list(reversed("ab")), list(reversed((1,))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())), list(reversed({1: 2}.values())), list(reversed(b"ab")), next(reversed([]), "none"))
it = reversed([1, 2, 3]); next(it)
print(it.__length_hint__(), list(it), it.__length_hint__())
class Cmp:
    def __init__(s, n): s.n = n
    def __lt__(s, o):
        if o.n == 3: raise ValueError("compare")
        return s.n < o.n
for f in (lambda: sorted(5), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted([1, "a"]), lambda: sorted([1j, 2j]), lambda: sorted([None, None]), lambda: sorted([1], key=5), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([Cmp(1), Cmp(3), Cmp(2)]), lambda: sorted([1, 2], key=lambda x: 1 / 0), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(iter([])), lambda: reversed(x for x in ()), lambda: reversed(), lambda: reversed([], []), lambda: reversed(seq=[]), lambda: list(reversed(type("N", (), {"__reversed__": None})())), lambda: reversed(object()), lambda: sorted([1, 2], reverse="yes"), lambda: sorted([2, 1], reverse=0), lambda: sorted({1: 2}.items()), lambda: sorted([3, 1], key=lambda x: -x)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
