# gc.get_referents gives what an object holds, in the order in which CPython visits it.
import gc, types
def name(o):
    if isinstance(o, (int, str, type(None))):
        return repr(o)
    return type(o).__name__
def show(label, o):
    print(label, [name(r) for r in gc.get_referents(o)])
def f(a, b=1, *, c=2) -> "x":
    "doc"
    return a
f.attribute = 1
show("function", f)
def outer():
    v = 1
    def inner():
        "doc"
        return v
    return inner
show("closure", outer())
show("cell", outer().__closure__[0])
class A:
    def m(self): pass
class B(A):
    def m(self): return super()
b = B()
show("super", b.m())
show("map", map(str, [1], (2,)))
show("filter", filter(None, [1]))
show("method", b.m)
show("property", property(f, outer))
show("list", [1, "a", None])
show("tuple", (1, [2]))
show("dict", {"a": 1, 2: "b"})
show("set", {1})
show("slice", slice(1, "b", None))
show("staticmethod", staticmethod(f))
show("classmethod", classmethod(f))
show("iterator", iter([1]))
show("reversed", reversed([1]))
show("view", {}.keys())
show("proxy", types.MappingProxyType({}))
show("callable iterator", iter(f, 3))
show("module", types.ModuleType("m"))
show("instance", b)
show("exception", ValueError(1))
show("several", 5)
print([name(r) for r in gc.get_referents([1, "x"], (2,), 7)])
