# reference: __import__(), 7.11
# __import__ gives the top package unless there is a from-list; overriding it redirects import statements.
import builtins, sys
print(__import__("sys") is sys, __import__("sys", fromlist=["path"]) is sys, __import__(name="builtins") is builtins, __import__("sys", {}, {}, [], 0) is sys, __import__("sys", None, None, ("x",)) is sys)
for f in (lambda: __import__(), lambda: __import__(5), lambda: __import__(""), lambda: __import__("no_such_module_here"), lambda: __import__("sys.nothing"), lambda: __import__("sys", level=-1), lambda: __import__("x", level=1), lambda: __import__("x", {}, level=1), lambda: __import__("x", {"__package__": 5}, level=1), lambda: __import__("sys", foo=1), lambda: __import__("sys", 5, 5, 5, "a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
real = builtins.__import__
calls = []
def mine(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level, globals is not None and "__name__" in globals))
    return sys if name != "stop" else 5
builtins.__import__ = mine
try:
    import a.b.c
    try: import a.b.c as d
    except ImportError as e: print(e)
    from x.y import path as z, byteorder
    import stop
    try: from . import rel
    except ImportError as e: print(e)
    try: from ..up.pkg import thing
    except ImportError as e: print(e)
finally: builtins.__import__ = real
for c in calls: print(c)
