# reference: max(), min()
# First of equals wins; key and default; one iterable or several arguments.
print(max(1, 2), min(1, 2), max([3, 1]), min("hello"), max({1: "b", 2: "a"}), max(1, 1.0, True), min(True, 1, 1.0), max([1], [1, 0]), min((1, "a"), (1, "b")), max("a", "B", key=str.lower), min([-3, 2], key=abs), max([], default="d"), min((), default=None), max([5], default=1), max(x for x in [1, 3, 2]), max([], key=len, default=0), max(1, 2, key=None), max("ab", "c", key=len))
log = []
class V:
    def __init__(s, n): s.n = n
    def __lt__(s, o): log.append(f"{s.n}<{o.n}"); return s.n < o.n
    def __gt__(s, o): log.append(f"{s.n}>{o.n}"); return s.n > o.n
print(max(V(1), V(3), V(2)).n, min(V(2), V(1), V(3)).n, *log)
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1), min(1, nan))
for f in (lambda: max(), lambda: min(), lambda: max(5), lambda: min(None), lambda: max([]), lambda: min(""), lambda: max(1, 2, default=3), lambda: min(1, 2, default=3, key=abs), lambda: max(1, "a"), lambda: min(["a", 1]), lambda: max([1, None]), lambda: max([1, 2], key=5), lambda: max([1, 2], key=lambda: 0), lambda: max([1], foo=1), lambda: max(key=abs), lambda: min(default=1), lambda: max([1j, 2j]), lambda: max({}, {}), lambda: max(type("B", (), {"__gt__": lambda s, o: type("X", (), {"__bool__": lambda s: 5})()})(), 1), lambda: min([1, 2], key=lambda x: 1 / 0), lambda: max(*[1, 2], *[5]), lambda: max([3], [1, 2], key=len)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
