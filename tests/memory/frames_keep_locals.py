import sys, _weakref
class N: pass
def f():
    n = N()
    r = _weakref.ref(n)
    return sys._getframe(), r
frame, r = f()
print(r() is not None, frame.f_code.co_name, frame.f_back is None)
frame.clear()
print(r())
def g():
    n = N()
    global w
    w = _weakref.ref(n)
    raise ValueError
try:
    g()
except ValueError as e:
    saved = e
print(w() is not None)
saved.__traceback__.tb_next.tb_frame.clear()
print(w())
