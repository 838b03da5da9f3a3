# Two snapshots compared: what was made between them, what went, and the peak in between.
import tracemalloc

def make(n):
    return [object() for i in range(n)]

tracemalloc.start()
old = make(300)
first = tracemalloc.take_snapshot()
del old[:]
kept = [{i} for i in range(40)]
second = tracemalloc.take_snapshot()
def mine(snapshot):
    return snapshot.filter_traces((tracemalloc.Filter(True, __file__),))
for difference in sorted(mine(second).compare_to(mine(first), "lineno"), key=lambda d: d.traceback[0].lineno):
    if abs(difference.count_diff) > 30:
        print(difference.traceback[0].lineno, difference.count_diff // 10, difference.size_diff > 0)
size, peak = tracemalloc.get_traced_memory()
print(size <= peak)
big = bytearray(1000000)
with_big = tracemalloc.get_traced_memory()
del big
after = tracemalloc.get_traced_memory()
print(with_big[0] - size > 1000000, with_big[0] - size < 1010000, after[0] - size < 10000, after[1] - size > 1000000, after[1] - size < 1010000)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] - size < 10000, tracemalloc.get_tracemalloc_memory() > 1000)
grown = []
for i in range(1000):
    grown.append(None)
print(tracemalloc.get_traced_memory()[0] - size > 1000)
tracemalloc.stop()
