import _weakref
class C: pass
class S: __slots__ = ()
class W: __slots__ = ("__weakref__",)
def f(): pass
def g(): yield
for o in (C(), W(), C, f, g(), {1}, frozenset([1]), f.__code__, type):
    print(type(o).__name__, _weakref.ref(o)() is o or "gone")
for o in (1, "s", (), [], {}, None, S(), 1.5, object(), b""):
    try:
        _weakref.ref(o)
        print("allowed")
    except TypeError as e:
        print(e)
