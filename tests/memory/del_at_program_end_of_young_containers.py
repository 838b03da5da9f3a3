# oracle: 64-bit
# The last collections see a list before its older items: the order in which they die.
import gc
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = N("a")
b = N("b")
x = N("in list 1")
y = N("in list 2")
gc.collect(0)
c = [x, y]
del x, y
print("last line")
