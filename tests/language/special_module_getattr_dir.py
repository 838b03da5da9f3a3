# reference: 3.3.2.1, 5.6
# A module's __getattr__ and __dir__ are functions in its dictionary; its class can be changed.
import sys
Module = type(sys)
m = Module("m")
def getter(name):
    print("asked", name)
    if name == "no": raise AttributeError("module says no")
    return name * 2
m.__getattr__ = getter
m.x = 1
print(m.x, m.y, hasattr(m, "no"), getattr(m, "no", "d"))
try:
    m.no
except AttributeError as e:
    print(e)
sys.modules["m"] = m
from m import ab, x
print(ab, x)
try:
    from m import no
except ImportError as e:
    print(type(e).__name__, e)
class Mine(Module):
    def __setattr__(self, name, value): print("set", name); super().__setattr__(name, value)
    @property
    def prop(self): return "property of a module"
    def __call__(self): return "called"
m.__class__ = Mine
m.z = 5
print(m.prop, m.z, m(), type(m).__name__)
sys.modules[__name__].__class__ = Mine
sys.modules[__name__].attr = 1
plain = 2
print(attr, plain, sys.modules[__name__].prop)
sys.modules[__name__].__class__ = Module
for new in (int, object, type("NotModule", (), {}), 5):
    try:
        m.__class__ = new
        print("changed")
    except TypeError as e:
        print(e)
m.__getattr__ = 5
try:
    m.q
except TypeError as e:
    print(e)
del m.__getattr__
try:
    m.q
except AttributeError as e:
    print(e)
del sys.modules["m"]
def __getattr__(name): return "main " + name
print(sys.modules[__name__].unknown)
try:
    unknown
except NameError as e:
    print(e)
