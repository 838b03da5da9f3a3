# Seventy thousand cyclic objects that nobody keeps: the collector runs by itself often enough that few are alive at
# any time.
import gc

class Node:
    __slots__ = ("other",)

class Plain:
    pass

def make():
    a, b = Node(), Node()
    a.other, b.other = b, a
    o = Plain()
    o.me = o
    l = []
    l.append(l)
    f = lambda: f
    return f

most = made = 0
gc.collect()
before = [s["collections"] for s in gc.get_stats()]
base = len(gc.get_objects())
for i in range(12_000):
    make()
    made += 6
    if i % 500 == 0:
        most = max(most, len(gc.get_objects()) - base)
gc.collect()
after = [s["collections"] for s in gc.get_stats()]
print(made, most < 10_000, len(gc.get_objects()) - base < 50)
print([b - a > least for a, b, least in zip(before, after, (80, 6, 0))])
