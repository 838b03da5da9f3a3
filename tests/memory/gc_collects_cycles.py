import gc
gc.disable()
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
gc.collect()
a = N("a")
a.me = a
del a
print("cut off")
gc.collect()
b = N("b")
l = [b]
b.list = l
del b
l = None
print("collecting")
gc.collect()
print(gc.collect(), gc.isenabled())
