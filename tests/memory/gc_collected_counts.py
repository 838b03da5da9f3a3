import gc
gc.disable()
gc.collect()
def cycle():
    l = []
    l.append(l)
for i in range(5):
    cycle()
print(gc.collect())
for i in range(3):
    d = {}
    d["d"] = d
del d
print(gc.collect(), gc.collect())
def f():
    def g(): return g
    return None
f()
print(gc.collect() > 0)
t = []
t.append((t,))
del t
print(gc.collect())
