import sys
x = ["watched"]
base = sys.getrefcount(x)
def make(v):
    def inner(): return v
    return inner
f = make(x)
print(sys.getrefcount(x) - base)
del f
print(sys.getrefcount(x) - base)
def gen(v):
    yield 1
    yield v
g = gen(x)
print(sys.getrefcount(x) - base)
next(g)
print(sys.getrefcount(x) - base)
g.close()
print(sys.getrefcount(x) - base)
it = iter(x)
print(sys.getrefcount(x) - base)
list(it)
print(sys.getrefcount(x) - base)
m = x.append
print(sys.getrefcount(x) - base)
del m, it, g
print(sys.getrefcount(x) - base)
