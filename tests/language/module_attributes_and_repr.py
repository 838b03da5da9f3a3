# reference: 3.2.9, 3.2.9.2, 3.2.9.3, 5.4.5
# The module type: attributes a new module has, its dictionary, how it shows itself.
import sys
M = type(sys)
m = M("mod", "its doc")
print(sorted(m.__dict__), m.__name__, m.__doc__, m.__package__, m.__loader__, m.__spec__, repr(m))
print(M("x").__doc__, repr(M("x")), M("a", doc="d").__doc__)
m.__dict__["added"] = 5
m.other = 6
print(m.added, "other" in m.__dict__, vars(m) is m.__dict__, dir(M("q")))
del m.added
for act in (lambda: m.added, lambda: M(), lambda: M(1), lambda: M("a", "b", "c"), lambda: setattr(m, "__dict__", {}), lambda: delattr(m, "nothing"), lambda: M.__new__(M).x, lambda: repr(M.__new__(M)), lambda: M.__new__(M).__dict__, lambda: m(), lambda: m + 1, lambda: len(m), lambda: setattr(m, "__class__", int), lambda: m.__annotations__, lambda: setattr(m, "__annotations__", {"a": int}), lambda: m.__annotations__):
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
m.__file__ = "/where/mod.py"
print(repr(m))
del m.__name__
try:
    print(repr(m))
    m.zzz
except AttributeError as e:
    print(e)
m.__name__ = 7
print(repr(m))
try:
    m.zzz
except AttributeError as e:
    print(e)
class Spec:
    name = "specname"; origin = None; has_location = False; loader = None
m.__spec__ = Spec
print(repr(m))
Spec.origin = "orig"
print(repr(m))
Spec.has_location = True
print(repr(m))
del m.__doc__
print(M.__name__, M.__module__)
print(repr(sys), repr(__builtins__), __name__, type(__builtins__).__name__, __doc__, __spec__, __package__ if "__package__" in globals() else "none")
__annotations__["late"] = 1
here: int = 3
print(__annotations__)
