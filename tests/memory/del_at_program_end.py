class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = N("a")
b = N("b")
c = [N("in list 1"), N("in list 2")]
print("last line")
