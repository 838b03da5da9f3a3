# reference: 3.3.3.3
# The most derived of all candidates wins; a metaclass that is no class is called as it is.
class M(type): pass
class N(M): pass
class O(type): pass
class A(metaclass=M): pass
class B(metaclass=N): pass
class C(metaclass=O): pass
def make(*bases, **kw):
    try:
        class X(*bases, **kw): pass
        print(type(X).__name__, [b.__name__ for b in X.__bases__])
    except Exception as e:
        print(type(e).__name__, e)
make(); make(A); make(A, B); make(B, A); make(A, metaclass=N); make(B, metaclass=M); make(B, metaclass=type); make(A, C); make(A, metaclass=O); make(metaclass=N); make(int, metaclass=M); make(A, metaclass=int); make(metaclass=5); make(metaclass=object)
def func(name, bases, ns, **kw):
    print("function metaclass", name, bases, sorted(k for k in ns if k[0] != "_"), kw)
    return type(name, bases, ns)
class F(metaclass=func, opt=1): y = 2
print(type(F).__name__, F.y)
class G(A, metaclass=lambda *a, **k: ("any", "thing", len(a))): pass
print(G)
class Callable:
    def __call__(self, name, bases, ns): return name.upper()
    def __prepare__(self, name, bases): print("prepared by instance"); return {"p": 1}
class H(metaclass=Callable()): print("p =", p)
print(H)
class Calc(type):
    def __call__(cls, *a): return "no instance", a
class NoInst(metaclass=Calc): pass
print(NoInst(1))
class MM(type):
    def __call__(mcls, *a, **k): print("metameta call", a[0]); return super().__call__(*a, **k)
class Mx(type, metaclass=MM): pass
class Z(metaclass=Mx): pass
print(type(Z).__name__, type(type(Z)).__name__)
class Sub(Z): pass
print(type("Dyn", (A, B), {}).__class__.__name__, N("Dyn2", (A,), {}).__class__.__name__, M("Dyn3", (B,), {}).__class__.__name__)
