m = __import__("math")
import math, sys
import math as other
from math import pi, sqrt as root
print(m is math is other, pi, root(9), sys.modules["math"] is math, math)
print(math.__name__, math.__doc__ is not None, type(math), repr(math).startswith("<module 'math'"))
from sys import *
print("modules" in globals(), "_getframe" in globals())
def f():
    import gc
    return gc.isenabled()
print(f(), "gc" in globals())
sys.modules["invented"] = math
import invented
print(invented is math)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
