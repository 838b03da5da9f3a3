# reference: 6.2.1.1
class A:
    def __init__(self): self.__x = 1
    def __m(self): return self.__x
    def call(self): return self.__m()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2
b = B()
print(b.call(), sorted(b.__dict__), b._A__x, b._B__x)
try:
    b.__x
except AttributeError as e:
    print(e)
