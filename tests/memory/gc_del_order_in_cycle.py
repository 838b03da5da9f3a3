import gc
gc.disable()
gc.collect()
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, hasattr(self, "next") and self.next.n)
nodes = [N(i) for i in range(4)]
for i, x in enumerate(nodes):
    x.next = nodes[(i + 1) % 4]
del nodes, x
print("unreachable")
gc.collect()
print("collected")
