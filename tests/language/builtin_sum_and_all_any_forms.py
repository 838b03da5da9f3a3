# reference: sum(), all(), any()
# Start values, floats summed with compensation, strings refused, short circuits.
log = []
def seen(x): log.append(x); return x
TABLE = """
sum([1, 2]), sum([]), sum([1], 10), sum([1], start=10), sum([0.1] * 10), sum([0.1] * 10, 0.0), sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), sum([True, True]), sum(range(100)), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([1j, 2]), sum({1: 2, 3: 4}), sum([1e308, 1e308]), sum([float("inf"), 1]), sum([float("inf"), float("-inf")]), sum([10**20, 1.5]), sum([0.1, 0.2, 0.3]), sum([-0.0, -0.0]), sum([2**63, -1]), sum([1, 2], -0.0)
sum(["a"])
sum(["a"], "")
sum([b"a"], b"")
sum([bytearray(b"a")], bytearray())
sum([1, "a"])
sum(5)
sum([[1]])
sum([1], [])
sum([1], 2, 3)
sum()
sum(start=1)
sum([1], foo=2)
sum([None])
all([]), any([]), all([1, "a", [0]]), any([0, "", []]), all([1, 0, 1]), any(x > 2 for x in range(5)), all({1: 2}), any("")
all(seen(x) for x in (1, 0, 2)), any(seen(x) for x in (0, 5, 6)), log
all(5)
any(None)
all()
any([1], [2])
all([1, 1 / 0] for _ in "a")
any(1 / x for x in (1, 0))
any(1 / x for x in (0, 1))
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class Add:
    def __add__(s, o): return ("add", o)
    def __radd__(s, o): return ("radd", o)
print(sum([Add()]), sum([Add(), 5]), sum([1.5, Add()]))
