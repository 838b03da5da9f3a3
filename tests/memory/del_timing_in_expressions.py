class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def get(self): return self.n
print(N("temporary").get())
N("dropped statement")
print([N("in list")][0].n, "printed")
x = N("first"), N("second")
x = x[1]
print("kept second")
def f(a):
    print("in f")
    a = None
    print("a forgotten")
f(N("argument"))
for i in [N("loop 1"), N("loop 2")]:
    print("body", i.n)
i = None
print("after loop")
d = {"k": N("old value")}
d["k"] = N("new value")
print("replaced")
d.pop("k")
print("popped")
[N("comp %d" % k).n for k in range(2)]
with_default = (lambda p=N("default"): 0)
del with_default
print("end")
