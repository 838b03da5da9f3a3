import sys
def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno, sorted(frame.f_locals), frame.f_globals is globals()
def g():
    return f()
print(g(), sys._getframe().f_code.co_name, sys._getframe().f_locals is globals())
def depth(n):
    return sys._getframe(n).f_code.co_name
print(depth(0), depth(1))
try:
    sys._getframe(10 ** 6)
except ValueError as e:
    print(e)
