l = [1]
l.append(l)
print(l)
d = {}
d["self"] = d
d["list"] = l
print(d)
t = ([],)
t[0].append(t)
print(t)
a, b = [], []
a.append(b); b.append(a)
print(a, b)
class C:
    def __init__(self): self.items = [self]
    def __repr__(self): return "C(" + ", ".join("self" if x is self else repr(x) for x in self.items) + ")"
print([C(), [C()]])
class L(list): pass
m = L()
m.append(m)
print(m, {1: m})
v = {}
v[1] = [v]
print(v, str(l) == repr(l), f"{l}")
shared = [0]
print([shared, shared])
