# reference: 3.2.13.5, 3.2.13.6, staticmethod(), classmethod()
class C:
    n = 5
    @classmethod
    def make(cls, x): return cls.__name__, cls.n, x
    @staticmethod
    def st(x): return x * 2
class D(C):
    n = 6
print(C.make(1), D.make(2), D().make(3), C.st(4), D().st(5))
print(C.__dict__["make"].__class__.__name__, C.make.__self__ is C, C.st.__name__)
