# reference: 3.3.8
# Answers of a subclass are taken, with a DeprecationWarning; __trunc__ alone for int() too.
class I(int): pass
class F(float): pass
class C(complex): pass
class A:
    def __int__(self): return I(1)
class B:
    def __index__(self): return True
class D:
    def __float__(self): return F(2)
class E:
    def __complex__(self): return C(3)
class T:
    def __trunc__(self): return 4
print(int(A()))
print([1, 2][B()])
print(float(D()))
print(complex(E()))
print(int(T()))
