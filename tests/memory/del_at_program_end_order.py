class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, N is None, later, print is not None)
later = "still here"
first = N("first")
_private = N("private")
__dunder = N("two underscores")
def f(): return first
f.attr = N("function attribute")
later2 = N("last")
l = [N("list 1"), N("list 2")]
l.append(l)
print("end")
