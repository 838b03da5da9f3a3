# reference: 3.3.2
class A:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return "dynamic " + n
    def __setattr__(self, n, v):
        self.log.append(("set", n, v))
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        self.log.append(("del", n))
        object.__delattr__(self, n)
a = A()
a.x = 1
print(a.x, a.y, getattr(a, "_z", "default"), hasattr(a, "_q"))
del a.x
print(a.log)
class B:
    def __getattribute__(self, n): return "always " + n
print(B().foo, B().__class__)
