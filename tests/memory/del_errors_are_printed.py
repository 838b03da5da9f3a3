import sys
def hook(a): print("ignored:", a.exc_type.__name__, a.exc_value)
sys.unraisablehook = hook
class C:
    def __init__(self, n): self.n = n
    def __del__(self): raise ValueError(self.n)
C(1)
l = [C(2), C(3)]
l.clear()
def f():
    c = C(4)
    return "result"
print(f())
try:
    c = C(5)
    raise KeyError("original")
except KeyError as e:
    del c
    print(repr(e), repr(e.__context__))
