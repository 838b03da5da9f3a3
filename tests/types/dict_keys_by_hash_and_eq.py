class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n); return 1
    def __eq__(self, o): print("eq", self.n, o.n); return self.n == o.n
    def __repr__(self): return f"K{self.n}"
a, b = K(1), K(2)
d = {a: "a"}
d[b] = "b"
print(d[K(1)], d, a in d)
class Missing(dict):
    def __missing__(self, k): print("missing", k); return k * 2
m = Missing(a=1)
print(m["a"], m["zz"], m.get("zz"), "zz" in m, m)
class BadEq:
    def __hash__(self): return 7
    def __eq__(self, o): raise ValueError("cannot compare")
x = {BadEq(): 1}
try:
    x[BadEq()]
except ValueError as e:
    print(e)
class BadHash:
    def __hash__(self): return "text"
for f in (lambda: {BadHash(): 1}, lambda: x[[]], lambda: hash({})):
    try:
        f()
    except TypeError as e:
        print(e)
