import gc
class N:
    count = 0
    def __init__(self): self.me = self
    def __del__(self): N.count += 1
for i in range(900):
    N()
print(N.count > 0)
gc.collect()
print(N.count)
