# reference: 3.3.1
# __new__ is static without saying so and gets the class; __init__ must return None and runs only on instances of the class.
class P:
    def __new__(cls, *args): print("new", cls.__name__, args); return object.__new__(cls)
    def __init__(self, *args): print("init", args)
p = P(1)
print(type(P.__dict__["__new__"]).__name__, P.__new__ is P.__dict__["__new__"].__func__)
q = P.__new__(P, 2)
P.__init__(q, 3)
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def __init__(self, *items): print(len(self), items)
print(T(1, 2), T())
class I(int):
    def __new__(cls, text, base=16): return int.__new__(cls, text, base)
print(I("ff"), I("11", 2) + 1)
class Single:
    one = None
    def __new__(cls):
        if cls.one is None: cls.one = super().__new__(cls)
        return cls.one
    def __init__(self): self.count = getattr(self, "count", 0) + 1
print(Single() is Single(), Single().count)
class Gen:
    def __init__(self): yield
class Str:
    def __init__(self): return "x"
class Multi:
    def __new__(cls): return [1], 2
class Alien:
    def __new__(cls): return Single()
    def __init__(self, x): print("not run")
print(Multi(), Alien().count)
for act in (Gen, Str, lambda: object.__new__(T), lambda: tuple.__new__(P), lambda: P.__new__(), lambda: P.__new__(5), lambda: object.__new__("x"), lambda: int.__new__(P), lambda: object.__new__(P, 1) is None):
    try:
        print(act())
    except TypeError as e:
        print(e)
class Late: pass
Late.__new__ = lambda cls, x: object.__new__(cls)
try:
    print(type(Late(1)).__name__)
except TypeError as e:
    print(e)
def init(self, v): self.v = v
Late.__init__ = init
print(Late(5).v)
del Late.__init__, Late.__new__
try:
    print(type(Late()).__name__)
except TypeError as e:
    print(e)
