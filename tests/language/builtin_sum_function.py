# reference: sum()
# Start values, floats with compensation, mixed numbers, refused strings, __add__ and __radd__.
print(sum([]), sum([1, 2]), sum([1, 2], 10), sum([1, 2], start=5), sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1e16, 1, -1e16]), sum([1e308, 1e308, -1e308]), sum([True, True]), sum([1, 2.5, 3j]), sum([[1], [2]], []), sum(((1,), (2,)), ()), sum(range(100)), sum(x * x for x in range(4)), sum({1: 2, 3: 4}), sum([2 ** 62, 2 ** 62]), sum([-2 ** 63, -1]), sum([2 ** 100, 0.5]), sum([1], 0.0), sum([0.5], 1j), sum([float("inf"), 1]), sum([float("inf"), -float("inf")]), sum([], None), sum([1.5, 2 ** 70, 1]), -0.0 if str(sum([-0.0])) == "-0.0" else sum([-0.0]), sum([-0.0], -0.0))
class A:
    def __init__(s, n): s.n = n
    def __radd__(s, o): return ("radd", o, s.n)
    def __add__(s, o): return ("add", s.n, getattr(o, "n", o))
print(sum([A(1)]), sum([1, A(2)]), sum([A(1), A(2)], A(0)) if 0 else sum([A(2)], A(0)))
l = []
print(sum([[1]], l), l)
for f in (lambda: sum(), lambda: sum(5), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([bytearray(b"a")], bytearray()), lambda: sum([None]), lambda: sum([1, "a"]), lambda: sum([[]]), lambda: sum([1], []), lambda: sum([1], 2, 3), lambda: sum(iterable=[1]), lambda: sum([1], start="a"), lambda: sum([], ""), lambda: sum([1], foo=1), lambda: sum([(1,)], []), lambda: sum([{}], {}), lambda: sum(x for x in [1, None]), lambda: sum([10 ** 400, 0.5])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
