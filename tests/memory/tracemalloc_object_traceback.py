# get_object_traceback tells the frames that made an object, as many as start() was told to keep.
import tracemalloc

def inner(n):
    return bytearray(n)

def outer(n):
    return inner(n)

before = bytearray(5)
tracemalloc.start(3)
print(tracemalloc.get_traceback_limit())
one = outer(7)
two = [outer(n) for n in (1, 2)]
def lines(o):
    traceback = tracemalloc.get_object_traceback(o)
    return None if traceback is None else [frame.lineno for frame in traceback], None if traceback is None else traceback.total_nframe is None
print(lines(before), lines(one), lines(two[0]), lines(two[1]))
print([lines(o)[0] for o in ({len(two)}, frozenset([one.hex()]), "a" * len(two[0]) + str(one), lambda: one, object(), 1 << 200 + len(two), iter({1}), range(len(two)))])
class C:
    __slots__ = "x",
    def __init__(self):
        self.x = {1, 2}
c = C()
print(lines(c), lines(c.x), lines(C), lines(None), lines(5), lines(()))
print("\n".join(line for line in tracemalloc.get_object_traceback(one).format() if not line.startswith("  File")))
print("\n".join(line for line in tracemalloc.get_object_traceback(one).format(most_recent_first=True, limit=1) if not line.startswith("  File")))
tracemalloc.clear_traces()
print(lines(one), tracemalloc.get_traced_memory()[0] < 2000)
tracemalloc.start(9)
print(tracemalloc.get_traceback_limit())
tracemalloc.stop()
print(lines(c), tracemalloc.get_traceback_limit())
for wrong in (0, -1, 65536, 1 << 70, "x", 2.0):
    try:
        tracemalloc.start(wrong)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
