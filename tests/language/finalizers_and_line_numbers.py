# reference: 3.3.1
# From which line a finalizer, a callback or a warning about a dying object seems to be called.
import sys, weakref, gc
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        f = sys._getframe(1)
        print(self.n, "from", f.f_code.co_name, "line", f.f_lineno)
D("statement")

x = D("assigned")

x = None

def f(a):
    b = D("local")

    b = 5

    D("in f")
    return [D("returned")]
f(D("argument"))

for i in [D("item")]:

    i = 1

try:

    raise ValueError(D("in exception"))
except ValueError:

    pass

[D("element") for _ in "ab"]

d = {"k": D("value")}

d["k"] = 1

d["k"] = D("popped")

d.pop("k")

del d
def gen():
    try: yield

    finally: print("closed from", sys._getframe(1).f_lineno)
g = gen(); next(g)

g = None

r = weakref.ref(o := D("weak"), lambda w: print("callback from", sys._getframe(1).f_lineno))

del o

a = D("cycle"); a.me = a

a = None

gc.collect()

t = (D("tuple a"), D("tuple b"))

t = 0

class C:
    x = D("class body")

    x = 2
(D("left"), D("right"))[0]

D("and") and 0

if not D("condition"): pass

len([D("call argument")])

D("attribute").n

with open("x", "w") if 0 else memoryview(b"m") as m: y = D("with")

y = m = None
