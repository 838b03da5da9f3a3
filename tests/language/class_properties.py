# reference: property()
class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "temperature"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleted")
    @property
    def ro(self): return 1
t = T()
t.c = 20
print(t.c, T.c.__doc__)
try:
    t.c = -300
except ValueError as e:
    print(e)
del t.c
try:
    t.ro = 2
except AttributeError as e:
    print(e)
try:
    del t.ro
except AttributeError as e:
    print(e)
