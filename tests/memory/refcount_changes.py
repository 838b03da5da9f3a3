import sys
x = object()
base = sys.getrefcount(x)
y = x
print(sys.getrefcount(x) - base)
l = [x, x]
d = {"k": x}
t = (x,)
print(sys.getrefcount(x) - base)
del y, l[0]
print(sys.getrefcount(x) - base)
l.clear(); d.clear(); del t
print(sys.getrefcount(x) - base)
def f(p):
    q = p
    return sys.getrefcount(p) - base
print(f(x) > 0, sys.getrefcount(x) - base)
class C: pass
c = C()
c.attr = x
print(sys.getrefcount(x) - base)
c = None
print(sys.getrefcount(x) - base)
def raiser():
    local = x
    raise ValueError
try:
    raiser()
except ValueError as e:
    print(sys.getrefcount(x) - base)
print(sys.getrefcount(x) - base)
