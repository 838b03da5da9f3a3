import gc, _weakref
gc.disable()
class N: pass
a, b = N(), N()
a.b, b.a = b, a
inside = a.w = _weakref.ref(b, lambda w: print("callback of a dead holder must not run"))
outside = _weakref.ref(a, lambda w: print("outside callback", w()))
del inside
del a, b
print(outside() is not None)
gc.collect()
print(outside())
