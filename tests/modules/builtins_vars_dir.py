class A:
    a = 1
    def f(self): pass
class B(A):
    b = 2
o = B()
o.c = 3
print(vars(o), [n for n in dir(o) if not n.startswith("__")], [n for n in dir(B) if n[0] != "_"], "b" in vars(B), "a" in vars(B))
class D:
    def __dir__(self): return ["z", "a", "m"]
print(dir(D()), dir([]) == sorted(dir([])), "append" in dir([]), "__add__" in dir(int))
def f(x):
    y = 2
    return vars(), dir(), locals() == vars()
print(f(1))
print("o" in dir(), "o" in globals(), locals() is globals(), vars() is globals())
for g in (lambda: vars(5), lambda: vars(1, 2), lambda: vars([]), lambda: dir(1, 2)):
    try:
        g()
    except TypeError as e:
        print(e)
import math
print("pi" in dir(math), vars(math)["pi"] == math.pi, math.__name__, type(math).__name__)
