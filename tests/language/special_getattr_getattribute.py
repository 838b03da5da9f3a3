# reference: 3.3.2, getattr(), hasattr(), setattr(), delattr()
# __getattribute__ sees every plain access, __getattr__ only failures; special methods bypass both.
class A:
    x = 1
    def __getattribute__(self, name):
        print("get", name, end="; ")
        return super().__getattribute__(name)
    def __getattr__(self, name):
        print("missing", name, end="; ")
        if name.startswith("bad"): raise AttributeError(f"no {name}")
        return name.upper()
    def __setattr__(self, name, value): print("set", name, value, end="; "); super().__setattr__(name, value)
    def __delattr__(self, name): print("del", name, end="; "); super().__delattr__(name)
    def __len__(self): return 3
a = A()
print(a.x, a.y, len(a), a.__len__())
a.z = 5
print(a.z, a.__dict__, hasattr(a, "bad1"), getattr(a, "bad2", "default"), getattr(a, "q"))
del a.z
a.x += 1
print(a.__dict__, A.x)
a.w, a.v = 1, 2
for a.i in range(2): pass
print(sorted(a.__dict__))
for act in (lambda: a.bad, lambda: delattr(a, "nothing"), lambda: getattr(a, 5), lambda: getattr(a), lambda: getattr(a, "bad", 1, 2), lambda: hasattr(a), lambda: hasattr(a, 5), lambda: setattr(a, "n"), lambda: setattr(a, 5, 1), lambda: delattr(a), lambda: delattr(a, 5), lambda: object.__getattribute__(a, "nope"), lambda: object.__setattr__(a, 1, 2), lambda: object.__getattribute__(A, "x"), lambda: type.__getattribute__(A, "x"), lambda: type.__getattribute__(a, "x"), lambda: getattr(a, "x\0y"), lambda: setattr(a, "strange name!", 1) or a.__dict__["strange name!"], lambda: object.__setattr__(5, "x", 1), lambda: object.__setattr__(int, "x", 1), lambda: object.__delattr__(A, "x"), lambda: type.__setattr__(int, "x", 1)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class R:
    def __getattr__(self, name): raise KeyError(name)
class V:
    @property
    def p(self): return self.missing
    def __getattr__(self, n): return f"fallback {n}"
print(V().p)
try:
    hasattr(R(), "x")
except KeyError as e:
    print("KeyError", e)
class N:
    __getattr__ = None
    __setattr__ = None
for act in (lambda: N().x, lambda: setattr(N(), "x", 1)):
    try:
        act()
    except TypeError as e:
        print(e)
