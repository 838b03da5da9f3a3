# reference: 3.3.2.2, 3.3.2.3
class D:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, typ=None):
        return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): print("set", v); obj.__dict__[self.name] = v
    def __delete__(self, obj): print("delete"); del obj.__dict__[self.name]
class N:
    def __get__(self, obj, typ=None): return "non-data"
class C:
    d = D()
    n = N()
c = C()
print(c.d)
c.d = 5
print(c.d, c.__dict__, C.d is C.__dict__["d"])
del c.d
c.__dict__["n"] = "instance wins"
print(c.n, C.n)
