# tracemalloc: which line made how many objects, where one object was made, and what a filter keeps. (No sizes: those of 64-bit
# CPython are in tracemalloc_sizes.)
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_traced_memory())
before = [1]
tracemalloc.start()

def make(n):
    return [object() for i in range(n)]

class Node:
    pass

few = make(10)
many = make(500)
node = Node()
node.text = "-".join(["a"] * 50)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()

mine = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
for statistic in mine.statistics("lineno"):
    frame = statistic.traceback[0]
    if statistic.count > 100:
        print(frame.lineno, statistic.count // 100, statistic.size > 500 * 8)
print(mine.filter_traces([tracemalloc.Filter(False, __file__, lineno=9)]).traces == mine.traces)
print(len(mine.filter_traces([tracemalloc.Filter(False, "*")]).traces))
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_tracemalloc_memory() < 1000)
try:
    tracemalloc.take_snapshot()
except RuntimeError as e:
    print(e)
