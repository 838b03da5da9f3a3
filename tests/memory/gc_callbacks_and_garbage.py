import gc
gc.disable()
gc.collect()
events = []
def watch(phase, info): events.append((phase, info["generation"], sorted(info)))
gc.callbacks.append(watch)
l = []
l.append(l)
del l
gc.collect(1)
gc.callbacks.remove(watch)
print(events)
gc.set_debug(gc.DEBUG_SAVEALL)
l = ["saved"]
l.append(l)
del l
print(gc.collect(), [x[0] for x in gc.garbage if x and x[0] == "saved"])
gc.set_debug(0)
gc.garbage.clear()
for bad in (-1, 3, "x"):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as e:
        print(e)
