# oracle: 64-bit
# ExceptionGroup is made as a class statement would make it: weak references, sizes, subclasses.
import sys, weakref, gc
e = ExceptionGroup("x", [ValueError(1)])
r = weakref.ref(e)
print(r() is e, sys.getsizeof(e), ExceptionGroup.__weakrefoffset__ != 0, ExceptionGroup.__basicsize__ == BaseExceptionGroup.__basicsize__)
del e
print(r())
class E(ExceptionGroup):
    def __init__(self, *args): self.a = 1
x = E("y", [KeyError(2)])
w = weakref.ref(x, lambda _: print("gone"))
print(sys.getsizeof(x), x.a, w() is x)
x.__cause__ = x
del x
print(gc.collect() > 0, w())
try:
    weakref.ref(BaseExceptionGroup("b", [KeyboardInterrupt()]))
except TypeError as err:
    print(err)
class S(ExceptionGroup):
    __slots__ = ()
print(sys.getsizeof(S("z", [OSError()])), sys.getsizeof(BaseExceptionGroup("z", [OSError()])))
print("__weakref__" in ExceptionGroup.__dict__, "__weakref__" in S.__dict__, "__dict__" in ExceptionGroup.__dict__)
print(ExceptionGroup("z", [OSError()]).__dict__)
