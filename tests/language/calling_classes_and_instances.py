# reference: 3.2.8.8, 3.2.8.9, 3.3.6, callable()
# A class makes instances by __new__ and __init__; an instance is called by its class's __call__.
class A:
    def __new__(cls, *a, **k): print("new", cls.__name__, a, k); return super().__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
    def __call__(self, *a, **k): return "called", a, k
a = A(1, x=2)
print(a(3, y=4), callable(a), callable(A), callable(object()), callable(len), callable(lambda: 0), callable(5))
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Sub(A):
    def __new__(cls): return A.__new__(A)
print(type(Sub()).__name__)
class Back(A):
    def __new__(cls): return super().__new__(cls)
    def __init__(self): print("own init")
Back()
class Bad:
    def __init__(self): return 5
class NoArgs: pass
class InitOnly:
    def __init__(self, a): pass
class NewOnly:
    def __new__(cls, a): return super().__new__(cls)
class NewPasses:
    def __new__(cls, a): return super().__new__(cls, a)
class InitPasses:
    def __init__(self, a): super().__init__(a)
class Neither:
    __call__ = None
class Raises:
    def __getattr__(self, n): return lambda: "instance attribute"
class NewStatic:
    @classmethod
    def __new__(cls, *a): return a
for act in (lambda: Bad(), lambda: NoArgs(1), lambda: NoArgs(a=1), lambda: InitOnly(), lambda: InitOnly(1, 2), lambda: NewOnly(), lambda: type(NewOnly(1)).__name__, lambda: NewPasses(1), lambda: InitPasses(1), lambda: Neither()(), lambda: callable(Neither()), lambda: Raises()(), lambda: NoArgs()(), lambda: (5)(), lambda: "a"("b"), lambda: None(), lambda: [](), lambda: A.__call__(a, 7), lambda: object(1), lambda: object(a=1), lambda: callable(), lambda: A.__init__(a)):
    try:
        print(act())
    except TypeError as e:
        print(e)
a.__call__ = lambda: "not used"
print(a()[0], a.__call__())
A.__call__ = lambda self: "replaced"
print(a())
del A.__call__
try:
    a()
except TypeError as e:
    print(e)
class Chain:
    def __call__(self): return self
    def __repr__(self): return "chain"
print(Chain()()()())
class Inner:
    class __call__:
        def __init__(self, *a): print("class as __call__", len(a))
print(type(Inner()(1)).__name__)
class Call2: __call__ = a2 = A()
try: print(Call2()(1))
except TypeError as e: print(e)
