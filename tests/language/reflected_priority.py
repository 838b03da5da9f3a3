# reference: 3.3.8
class A:
    def __add__(s, o): return "A.add"
    def __radd__(s, o): return "A.radd"
class B(A):
    def __radd__(s, o): return "B.radd"
print(A() + B(), B() + A(), A() + A(), 1 + A())
class N:
    def __eq__(s, o): return NotImplemented
    def __add__(s, o): return NotImplemented
print(N() == N(), N() != 1)
try:
    N() + 1
except TypeError as e:
    print(e)
