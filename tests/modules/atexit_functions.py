# Functions called at the end: order, arguments, errors in them, unregister.
import atexit
def f(*args, **kwargs):
    print("f", args, kwargs)
class Fails:
    def __call__(self):
        print("fails")
        raise ValueError("at exit")
    def __repr__(self):
        return "Fails()"
def again():
    print("again")
    atexit.register(f, "late")
print(atexit._ncallbacks())
print(atexit.register(f, 1, 2, x=3) is f)
atexit.register(Fails())
atexit.register(again)
atexit.register(print, "gone")
atexit.register(print, "gone too")
atexit.unregister(print)
print(atexit._ncallbacks())
try:
    atexit.register(3)
except TypeError as e:
    print(e)
@atexit.register
def first():
    print("first")
print("end of the program")
