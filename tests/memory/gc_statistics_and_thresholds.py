# gc.get_stats, get_count, thresholds and the collections they start.
# not-in: gc-stress: automatic collections are counted
import gc
gc.collect()
gc.disable()
before = gc.get_stats()
print([sorted(s) for s in before])
def cycles(n):
    for i in range(n):
        l = []
        l.append(l)
cycles(7)
print(gc.collect(0))
cycles(5)
print(gc.collect(1))
cycles(3)
print(gc.collect(2))
print([[b[k] - a[k] for k in ("collections", "collected", "uncollectable")] for a, b in zip(before, gc.get_stats())])
gc.collect()
print(gc.get_count()[1:])
gc.collect(0); print(gc.get_count()[1:])
gc.collect(0); print(gc.get_count()[1:])
gc.collect(1); print(gc.get_count()[1:])
gc.collect(1); print(gc.get_count()[1:])
gc.collect(2); print(gc.get_count()[1:])
print(gc.get_threshold())
for args in ((100,), (100, 5), (100, 5, 3), (0,)):
    gc.set_threshold(*args)
    print(gc.get_threshold())
for bad in ((), ("x",), (1, 2, 3, 4)):
    try:
        gc.set_threshold(*bad)
    except TypeError as e:
        print(type(e).__name__)
seen = []
def watch(phase, info):
    if phase == "start":
        seen.append(info["generation"])
gc.callbacks.append(watch)
gc.collect()
del seen[:]
gc.set_threshold(50, 3, 2)
gc.enable()
keep = []
for i in range(1000):
    keep.append([i])
gc.disable()
print(len(seen) > 15, seen[:4], seen[3], seen.count(1))
gc.set_threshold(0)
del seen[:]
gc.enable()
for i in range(2000):
    keep.append([i])
print(seen)
gc.callbacks.remove(watch)
