# PEP 442: weak references first, then every __del__, then what still is garbage; each __del__ once.
import gc, weakref
gc.disable()
gc.collect()
class Node:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name, getattr(self, "next", None) and self.next.name)
def ring(*names):
    nodes = [Node(n) for n in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
    return nodes
nodes = ring("a", "b", "c")
refs = [weakref.ref(n, lambda r, k=n.name: print("callback", k)) for n in nodes]
inside = weakref.ref(nodes[1], lambda r: print("never: its reference is garbage too"))
nodes[0].keep = inside
del nodes, inside
print(gc.collect())
print([r() for r in refs])
saved = []
class Phoenix:
    def __init__(self):
        self.me = self
    def __del__(self):
        print("rise")
        saved.append(self)
w = weakref.ref(Phoenix())
print(w() is None, gc.collect(), w())
print(len(saved), saved[0].me is saved[0], gc.is_finalized(saved[0]))
p = weakref.ref(saved[0])
saved.clear()
print(gc.collect() > 0, p())
class Half:
    def __del__(self):
        print("half")
        saved.append(self.other)
h = Half()
h.other = [h, "kept"]
del h
print(gc.collect(), saved[0][1], type(saved[0][0]).__name__)
del saved[0]
print(gc.collect() > 0, len(saved))
class Boom:
    def __init__(self, n):
        self.n, self.me = n, self
    def __del__(self):
        raise ValueError(self.n)
import sys
def hook(info):
    print("unraisable", info.exc_type.__name__, info.exc_value, info.object.__qualname__)
sys.unraisablehook = hook
for i in range(3):
    Boom(i)
print(gc.collect())
def generator():
    try:
        yield
    finally:
        print("generator closed")
g = generator()
next(g)
class Holder: pass
o = Holder()
o.g, o.me = g, o
del g, o
print(gc.collect() > 0)
