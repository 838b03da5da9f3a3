class Greedy:
    def __init__(self, owner): self.owner = owner
    def __del__(self):
        self.owner.append("added while dying")
l = []
l.append(Greedy(l))
l.append(1)
l.clear()
print(l)
l = []
l.extend([0, Greedy(l), 2])
del l[1]
print(l)
l[:] = []
print(l)
d = {}
class Deleter:
    def __del__(self): d.clear()
d["a"] = Deleter()
d["b"] = 1
d["a"] = None
print(d)
