# reference: 6.7, 3.3.8
# The @ operator: forward, reflected, in place, NotImplemented from both sides, unsupported built-ins.
class M:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"M({self.n})"
    def __matmul__(self, o): return NotImplemented if isinstance(o, str) else ("mm", self, o)
    def __rmatmul__(self, o): return ("rmm", self, o)
class I(M):
    def __imatmul__(self, o): self.n = ("i", o); return self
class OnlyR:
    def __repr__(self): return "OnlyR"
    def __rmatmul__(self, o): return NotImplemented
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = M(1)
show(lambda: m @ 2); show(lambda: 2 @ m); show(lambda: m @ M(3)); show(lambda: m @ "s"); show(lambda: "s" @ m)
show(lambda: m @ I(2)); show(lambda: I(2) @ m); show(lambda: 1 @ 2); show(lambda: [1] @ (2,)); show(lambda: 1.5 @ OnlyR())
show(lambda: OnlyR() @ OnlyR()); show(lambda: None @ m)
x = I(5); keep = x
x @= 7
print(x, x is keep)
m @= 9
print(m)
y = M(0)
try: y @= "text"
except TypeError as e: print(e, y)
try: z = 3; z @= 4
except TypeError as e: print(e, z)
print(2 * 3 @ M(1) if False else "left to right:", (M(1) @ 2, M(2) @ M(3)))
class Chain:
    def __init__(self, s): self.s = s
    def __matmul__(self, o): return Chain(f"({self.s}@{o.s})")
    def __mul__(self, o): return Chain(f"({self.s}*{o.s})")
    def __add__(self, o): return Chain(f"({self.s}+{o.s})")
a, b, c = map(Chain, "abc")
print((a @ b * c).s, (a * b @ c).s, (a + b @ c).s, (a @ (b + c)).s)
import operator
print(operator.matmul(M(1), 2), operator.imatmul(I(1), 3))
show(lambda: operator.matmul(1, 2)); show(lambda: operator.imatmul([], 2))
