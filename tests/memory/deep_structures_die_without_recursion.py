l = None
for i in range(1500):
    l = [l]
l = None
t = ()
for i in range(1500):
    t = (t,)
t = None
d = {}
for i in range(1500):
    d = {0: d}
d = None
class N:
    def __init__(self, next): self.next = next
n = None
for i in range(600):
    n = N(n)
n = None
print("all freed")
