# reference: list(), tuple()
# From any iterable, always a new list, a tuple itself; length hints; refusals.
l = [1]; t = (1,)
class T(tuple): pass
class L(list):
    def __init__(s, *a): super().__init__(*a); s.extra = len(s)
class It:
    def __iter__(s): yield from "xy"
print(list(l) is l, list(l) == l, tuple(t) is t, tuple(l), list(t), list("ab"), tuple({1: 2}), list(It()), tuple(It()), list(), tuple(), tuple(()) is (), list(range(3)), list({}), tuple(b"a"), list(x for x in "p"), tuple(T([1])).__class__.__name__, T("ab"), T(t) is t, L("abc").extra, list(zip("a", "b")), list(map(str, [1])), list(reversed("ab")), list(enumerate("a")))
l.__init__("new"); print(l); l.__init__(); print(l)
def endless():
    yield 1
    raise ValueError("generator broke")
for f in (lambda: list(5), lambda: tuple(5), lambda: list(None), lambda: list(1, 2), lambda: tuple(1, 2), lambda: list(a=1), lambda: tuple(iterable=[]), lambda: list(int), lambda: list(endless()), lambda: tuple(endless()), lambda: list.__new__(list, 1, 2), lambda: tuple.__new__(tuple), lambda: tuple.__new__(tuple, 1, 2), lambda: tuple.__new__(list), lambda: list.__init__((), 1), lambda: list(type("X", (), {"__iter__": lambda s: 5})()), lambda: tuple(type("X", (), {"__iter__": None})()), lambda: T(x=1), lambda: L(5), lambda: list(object())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
