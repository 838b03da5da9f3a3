# gc.get_objects(generation=), freeze, unfreeze, and what is tracked.
import gc
gc.disable()
gc.collect()
class C: pass
def where(o):
    return [g for g in range(3) if any(x is o for x in gc.get_objects(generation=g))]
c = C()
l = [c]
print(where(c), where(l), any(x is c for x in gc.get_objects()))
gc.collect(0)
print(where(c), where(l))
gc.collect(1)
print(where(c), where(l))
gc.collect(2)
print(where(c), where(l), where(C))
young = [1]
print(where(young), where(l))
gc.freeze()
print(where(c), where(young), gc.get_freeze_count() > 100, any(x is c for x in gc.get_objects()))
gc.unfreeze()
print(where(c), where(young), gc.get_freeze_count())
for bad in (-1, 3, "x"):
    try:
        gc.get_objects(generation=bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(type(gc.get_objects(None)))
x = []
x.append(x)
gc.freeze()
del x
print(gc.collect())
gc.unfreeze()
print(gc.collect())
t = (1, (2, "a"))
u = tuple([3, 4])
d = {"a": 1}
e = {"a": []}
f = dict(b=(1, 2))
print([gc.is_tracked(o) for o in (u, d, e, f)])
gc.collect()
print([gc.is_tracked(o) for o in (t, u, d, e, f)])
d["x"] = u
print(gc.is_tracked(d))
d["y"] = []
print(gc.is_tracked(d))
d["y"] = 1
gc.collect()
print(gc.is_tracked(d))
print(gc.is_tracked(d.copy()), gc.is_tracked(e.copy()), gc.is_tracked({**d}))
print([gc.is_tracked(o) for o in (iter([]), zip(), range(3), slice(1), object(), C(), C, C().__init__, len, gc, frozenset(), {1}, memoryview(b""), property(), type(None), 1j, ..., Exception(), (i for i in ()), [].append)])
print([gc.is_finalized(o) for o in (c, 5, C)])
