# reference: 3.3.3.1, 3.3.3.4
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {"extra": 1}
    def __new__(m, name, bases, ns, **kw): print("new", name); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name); super().__init__(name, bases, ns)
    def __call__(cls, *a): print("call", a); return super().__call__(*a)
    def __len__(cls): return 7
class A(metaclass=M, flag=True):
    def __init__(self, x): self.x = x
print(A(3).x, A.extra, len(A), type(A).__name__)
class B(A): pass
class Q(type): pass
try:
    class Z(A, metaclass=Q): pass
except TypeError as e:
    print(e)
