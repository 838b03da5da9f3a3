import _weakref, sys
def hook(a): print("unraisable", a.exc_type.__name__, a.exc_value)
sys.unraisablehook = hook
class C: pass
c = C()
def bad(w): raise ValueError("callback failed")
def good(w): print("good")
a, b = _weakref.ref(c, good), _weakref.ref(c, bad)
del c
print("done")
