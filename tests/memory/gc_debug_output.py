# What the collector says of a collection: DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK, and what stays in gc.garbage.
import gc, io, re, sys
gc.collect()
gc.disable()
class C:
    pass
def cycle(o):
    o.me = o
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
cycle(C())
l = [1]
l.append(l)
del l
print(gc.collect(), [type(o).__name__ for o in gc.garbage])
print(gc.garbage[0] is gc.garbage[0].me, gc.garbage[1][0])
gc.garbage.clear()
print(gc.collect(), len(gc.garbage))
gc.garbage.clear()
gc.set_debug(gc.DEBUG_LEAK)
print(gc.get_debug() == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
gc.set_debug(0)
cycle(C())
print(gc.collect() > 0, gc.garbage)
for bad in ("x", None, 1.5):
    try:
        gc.set_debug(bad)
    except TypeError as e:
        print(e)
