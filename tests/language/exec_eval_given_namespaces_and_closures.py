# reference: 4.2.2, 4.2.4, exec(), eval()
# exec and eval: globals and locals of every kind, builtins put in, closure argument, wrong arguments.
import types
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
x = "module"
def f():
    x = "local"
    exec("x = 'exec'; new = 1")
    return x, eval("x"), eval("x", {"x": "given"}), eval("x", {}, {"x": "locals"}), "new" in locals(), eval("(lambda: x)()")
show(f)
g = {}; exec("a = 1\ndef h(): return a\nclass K: b = a", g); print(sorted(k for k in g), type(g["__builtins__"]).__name__, g["h"](), g["K"].__module__)
g = {"__builtins__": {"len": lambda v: "my len"}}; show(lambda: eval("len('abc')", g)); show(lambda: eval("print(1)", g)); show(lambda: exec("import os", g)); show(lambda: exec("class Q: pass", g)); show(lambda: eval("__builtins__", g) is g["__builtins__"])
g = {"__builtins__": types.ModuleType("b")}; show(lambda: eval("len", g))
class NS(dict):
    def __missing__(self, k): return f"missing {k}"
    def __getitem__(self, k): print("get", k, end=" "); return super().__getitem__(k)
    def __setitem__(self, k, v): print("set", k, end=" "); super().__setitem__(k, v)
class Map:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print("map get", k, end=" "); return self.d[k]
    def __setitem__(self, k, v): print("map set", k, end=" "); self.d[k] = v
    def __delitem__(self, k): print("map del", k, end=" "); del self.d[k]
    def keys(self): return list(self.d)
show(lambda: eval("unknown", {}, NS())); show(lambda: eval("unknown", NS())); show(lambda: exec("p = 1; q = p; del p", {}, NS()))
m = Map(); show(lambda: exec("p = 1; q = p + 1; del p\ntry: p\nexcept NameError as e: print(e, end=' ')", {}, m)); print(m.d); show(lambda: exec("global r; r = 5; print(r)", {}, m)); show(lambda: exec("class C: z = q", {"q": "global q"}, m)); show(lambda: exec("def fn(): return q\nprint(fn())", {"q": "global q"}, m)); show(lambda: eval("[q for _ in 'a']", {"q": "global q"}, m)); show(lambda: eval("locals() is m", {"m": m}, m)); show(lambda: eval("dir()", {}, m))
for args in ((5,), (None,), ("1", []), ("1", {}, []), ("1", {}, 5), ("1", 5), ("1", None, None), ("1", None, {}), ("1", {}, None), (), ("1", {}, {}, {}), (b"1 + 1",), (bytearray(b"2"),), (" 1 ",), ("\t1",), ("\n1",), ("1\n\n",), ("",), ("a = 1",), ("1\0",), ("# c",), ("1 # c",), ("yield",), ("await x",), ("return",)):
    for fn in (eval, exec):
        try: print(fn.__name__, args[:1], len(args), fn(*args))
        except BaseException as e: print(fn.__name__, args[:1], len(args), type(e).__name__, e)
def outer():
    v = 1
    def inner(): return v
    return inner
i = outer(); show(lambda: eval(i.__code__)); show(lambda: exec(i.__code__)); show(lambda: exec(i.__code__, closure=i.__closure__)); show(lambda: exec(i.__code__, closure=())); show(lambda: exec(i.__code__, closure=(types.CellType(5), types.CellType(6)))); show(lambda: exec(i.__code__, closure=[types.CellType(5)])); show(lambda: exec(i.__code__, closure=(5,))); show(lambda: exec("1", closure=i.__closure__)); show(lambda: exec((lambda: 1).__code__, closure=i.__closure__)); show(lambda: exec((lambda: print("ran")).__code__)); show(lambda: eval((lambda: "value").__code__)); show(lambda: eval((lambda a: a).__code__)); show(lambda: eval(compile("x = 2", "<s>", "exec"))); show(lambda: eval(compile("x", "<s>", "eval"), {"x": 3})); show(lambda: eval("x", globals={})); show(lambda: exec("x", locals={}))
