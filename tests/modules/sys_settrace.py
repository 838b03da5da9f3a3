import sys
print(sys.gettrace(), sys.getprofile())
print(sys.settrace(None), sys.setprofile(None))
print(sys.gettrace(), sys.getprofile())
def f():
    return sys.gettrace()
print(f())
for bad in (lambda: sys.settrace(), lambda: sys.settrace(None, None), lambda: sys.setprofile()):
    try:
        bad()
    except TypeError as e:
        print(e)
