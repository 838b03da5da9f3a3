import gc, _weakref
def make():
    class Local:
        def __del__(self): print("instance dies")
    return Local
C = make()
r = _weakref.ref(C)
o = C()
del C
print(r() is type(o))
del o
gc.collect()
print(r())
class Base: pass
class Child(Base): pass
print(Base.__subclasses__())
del Child
gc.collect()
print(Base.__subclasses__())
