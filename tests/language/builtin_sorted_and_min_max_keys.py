# reference: sorted(), max(), min()
# key functions, stability, reverse, errors inside keys and comparisons, defaults.
class V:
    def __init__(s, n): s.n = n
    def __lt__(s, o): return s.n < o.n
    def __repr__(s): return f"V{s.n}"
TABLE = """
sorted("bca"), sorted([3, 1, 2], reverse=True), sorted(["b", "A"], key=str.lower), sorted([(1, "b"), (1, "a"), (0, "c")], key=lambda t: t[0]), sorted([(1, "b"), (1, "a"), (0, "c")], key=lambda t: t[0], reverse=True), sorted({2: 0, 1: 0}), sorted([]), sorted([V(2), V(1)]), sorted(range(5), key=lambda x: -x), sorted([True, 0, 0.5]), sorted("ab", key=None), sorted([1], reverse=5)
sorted([1, "a"])
sorted([None, 1])
sorted([1j, 2j])
sorted(5)
sorted([1, 2], key=5)
sorted([1, 2], lambda x: x)
sorted([1, 2], cmp=1)
sorted([1, 2], key=lambda: 0)
sorted([2, 1], key=lambda x: 1 / 0)
sorted([1, 2], reverse="x")
sorted([1, 2], reverse=None)
sorted(key=None)
max(1, 2), max([1, 3, 2]), max("ab", "b"), max([], default=5), max((1, "x"), (1, "y")), max([1, -3], key=abs), max(1, 1.0), max(1.0, 1), min(1, 1.0), min("ab"), min([V(2), V(1)]), max({1: 9, 5: 0}), min([2], default=0), max("a", "B", key=str.lower), max([float("nan"), 1]), max([1, float("nan")])
max()
max(5)
max([])
max(1, "a")
max([1, "a"])
max(1, 2, default=5)
max([1], key=5)
max([1, 2], foo=1)
max([], key=abs)
min([], default=None), max(*[], default=1) if 0 else 0
min(None)
max([1, 2], key=lambda x: None)
max(iter([3, 9, 2])), min(x * x for x in (-2, 1)), max("x" * 3, key=len), max([[1, 2], [1, 3]]), min({"b", "a"})
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
l = [3, 1, 2]
try: l.sort(key=lambda x: l.append(1))
except ValueError as e: print(e, l)
try: l.sort(key=lambda x: l.clear() or x)
except ValueError as e: print(e, l)
print([].sort(), [1].sort(key=lambda x: 5))
