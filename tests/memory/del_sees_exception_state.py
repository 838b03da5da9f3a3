class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    local = N("local of f")
    raise ValueError("v")
try:
    f()
except ValueError as e:
    print("handling")
print("after handler")
def g():
    n = N("local of g")
    try:
        return 1
    finally:
        print("finally")
g()
def h():
    n = N("suspended")
    yield
x = h()
next(x)
x = None
print("generator dropped")
class Early:
    def __init__(self): raise TypeError("init failed")
    def __del__(self): print("del of half made")
try:
    Early()
except TypeError as e:
    print(e)
print("end")
