# reference: 3.3.1
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = N("a")
    b = N("b")
    print("in f")
f()
print("after f")
x = N("x")
x = N("y")
print("rebound")
l = [N(1), N(2), N(3)]
l.clear()
print("cleared")
l = [N(4), N(5)]
del l[0]
l = None
print("end")
