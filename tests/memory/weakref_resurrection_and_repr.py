import _weakref
class C:
    def __del__(self):
        global saved
        print("del", r() is self)
        saved = self
c = C()
r = _weakref.ref(c)
del c
print(r() is saved, type(saved).__name__)
r2 = _weakref.ref(saved)
saved = None
print("second death", r2())
print(repr(r).endswith("; dead>"))
class Sub(_weakref.ref):
    tag = "sub"
k = type("K", (), {})()
print(Sub(k).tag, Sub(k)() is k)
for f in (lambda: _weakref.ref(), lambda: _weakref.ref(k, k, k)):
    try:
        f()
    except TypeError as e:
        print(e)
