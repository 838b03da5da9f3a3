# reference: 8.8, super()
class A:
    def hi(self): return "A"
    def who(self): return "who A " + self.hi()
class B(A):
    def hi(self): return "B" + super().hi()
class C(A):
    def hi(self): return "C" + super().hi()
class D(B, C):
    def hi(self): return "D" + super().hi()
print(D().hi(), D().who())
print([c.__name__ for c in D.__mro__])
print(issubclass(D, A), isinstance(D(), C), super(B, D()).hi())
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
