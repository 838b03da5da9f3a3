l = None
for i in range(5000):
    l = [l]
l = None
t = ()
for i in range(5000):
    t = (t,)
t = None
d = {}
for i in range(2000):
    d = {0: d}
d = None
class N:
    def __init__(self, next): self.next = next
n = None
for i in range(1000):
    n = N(n)
n = None
print("all freed")
