# reference: 4.2.5
# Code finds built-ins by the __builtins__ of its globals: a dictionary or a module, given or put in by exec.
import builtins
def run(src, g):
    try:
        exec(src, g)
    except Exception as e:
        print(type(e).__name__, e)
g = {}
exec("x = len([1])", g)
print(g["x"], g["__builtins__"] is vars(builtins), sorted(k for k in g if k != "__builtins__"))
run("print('hidden')", {"__builtins__": {}})
run("p('given', sorted(__builtins__))", {"__builtins__": {"p": print, "sorted": sorted}})
run("print(len('abc'))", {"__builtins__": {"print": print, "len": lambda x: "my len"}})
run("class C: pass", {"__builtins__": {}})
run("import sys", {"__builtins__": {}})
run("import sys", {"__builtins__": {"__import__": lambda *a: print("import called", a[0], a[3], a[4]) or 5}})
run("from m import q as r", {"__builtins__": {"__import__": lambda n, g, l, f, v: type("M", (), {"q": print("fromlist", f)})}})
run("class C: x = 1\nprint(C)", {"__builtins__": {"__build_class__": lambda f, n, *b: ("built", n, b), "print": print}})
run("print(1)", {"__builtins__": builtins})
run("assert 0", {"__builtins__": {}})
run("1 / 0", {"__builtins__": {}})
class D(dict):
    def __getitem__(self, k): print("getitem", k); return super().__getitem__(k)
    def __missing__(self, k): return "missing " + k
ns = {"__builtins__": {"print": print}}
exec("def f(): return len", ns)
try:
    ns["f"]()
except NameError as e:
    print(e)
ns["__builtins__"]["len"] = "now"
print(ns["f"]())
ns["__builtins__"] = {"len": "replaced too late"}
print(ns["f"]())
builtins.added = 7
print(added)
del builtins.added
try: added
except NameError as e: print(e)
len_ = len
builtins.len = lambda x: "patched"
print(len([]))
builtins.len = len_
print(len([]), eval("x", {"__builtins__": {}, "x": 1}), eval("[y for y in (1,)]", {"__builtins__": None}) if 0 else "")
print(__builtins__ is builtins, exec.__module__, (lambda: 0).__builtins__ is vars(builtins))
