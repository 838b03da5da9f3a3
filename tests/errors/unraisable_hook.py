import sys
import _weakref
import gc
def hook(u):
    print(type(u).__name__, len(u), u.exc_type.__name__, u.exc_value, type(u.exc_traceback).__name__, u.err_msg,
          getattr(u.object, "__qualname__", u.object))
sys.unraisablehook = hook
class C:
    def __del__(self):
        raise ValueError("del")
C()
class D:
    pass
def callback(w):
    raise KeyError("callback")
d = D()
w = _weakref.ref(d, callback)
del d
def gen():
    try:
        yield
    finally:
        raise ValueError("generator")
g = gen()
next(g)
del g
def watch(phase, info):
    raise ValueError("watching " + phase)
gc.callbacks.append(watch)
gc.collect()
gc.callbacks.clear()
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook)
