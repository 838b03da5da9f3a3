import gc
print([gc.is_tracked(o) for o in (1, "a", 1.5, None, b"", (), [], set(), lambda: 0, type)])
class C: pass
print(gc.is_tracked(C()), gc.is_tracked(C), gc.is_tracked({}), gc.is_tracked({"a": []}), gc.is_tracked({"a": 1}))
t = tuple([1, 2])
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(([],)))
x = []
holder = [x]
print(any(r is holder for r in gc.get_referrers(x)), any(r is x for r in gc.get_referents(holder)), gc.get_referents(5))
print(gc.is_finalized(x), gc.get_threshold(), gc.isenabled(), gc.garbage, gc.get_debug())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.freeze(), gc.unfreeze(), gc.get_freeze_count())
