# reference: eval(), exec()
# globals and locals of every kind, __builtins__, closures, what code objects they take.
import types
class Map:
    def __init__(s, **k): s.d = k
    def __getitem__(s, k): print("get", k); return s.d[k]
    def __setitem__(s, k, v): print("set", k, v); s.d[k] = v
    def __delitem__(s, k): print("del", k); del s.d[k]
class SubD(dict):
    def __missing__(s, k): return f"missing {k}"
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
for f in (lambda: eval("a + b", {"a": 1}, {"b": 2}), lambda: eval("a", {}, Map(a=5)), lambda: exec("x = 1; del x", {}, Map()), lambda: eval("q", {}, SubD()), lambda: eval("len", {}, SubD()), lambda: eval("q", SubD()), lambda: eval("len('ab')", {"__builtins__": {}}), lambda: eval("len('ab')", {"__builtins__": {"len": lambda x: "own"}}), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: eval("1", None, {}), lambda: eval("1", Map()), lambda: exec("1", 5), lambda: exec("1", {}, 5), lambda: exec("1", Map()), lambda: eval(5), lambda: exec(5), lambda: eval(""), lambda: exec(""), lambda: eval("x = 1"), lambda: eval("1;"), lambda: eval("1\n"), lambda: eval("  1"), lambda: eval("\n1"), lambda: eval("1\n2"), lambda: eval("(1,\n2)"), lambda: eval(b"1 + 1"), lambda: eval(bytearray(b"2")), lambda: eval(memoryview(b"3")), lambda: eval("1\x002"), lambda: eval("é", {"é": 1}), lambda: eval(compile("1 + 1", "", "eval")), lambda: eval(compile("z9 = 1", "", "exec"), {}), lambda: exec(compile("1 + 1", "", "eval")), lambda: eval((lambda: 5).__code__), lambda: eval((lambda x: x).__code__), lambda: eval((lambda: t).__code__) is t, lambda: exec((lambda: f).__code__, {}) if 0 else 0, lambda: eval("yield"), lambda: eval("lambda: x", {"x": 1})(), lambda: eval("[i for i in range(3)]"), lambda: eval("(y := 5)", {}), lambda: eval("1", {}, {}, {}), lambda: eval(source="1"), lambda: eval("1", globals={}), lambda: exec("1", closure=()), lambda: eval("__name__"), lambda: eval("__name__", {}), lambda: eval("__builtins__", {}) is not None, lambda: "__builtins__" in (eval("1", d := {}), d)[1]): t(f)
def closed():
    x = 10
    def inner(): return x
    return inner
c = closed()
t(lambda: eval(c.__code__)); t(lambda: exec(c.__code__, closure=c.__closure__)); t(lambda: exec(c.__code__, closure=())); t(lambda: exec(c.__code__, closure=(5,))); t(lambda: exec("1", closure=c.__closure__)); t(lambda: exec((lambda: 0).__code__, closure=c.__closure__))
def scope():
    a = 1
    exec("a = 2; b = 3"); got = a, "b" in locals()
    l = {}; exec("a = 2; b = a + 1", {}, l)
    return got, l, eval("a"), [eval("a", {"a": "given"}) for _ in "x"]
print(scope())
ns = {}; exec("def f(): return g\ng = 5\nclass K:\n  v = g\nimport sys as s", ns); print(ns["f"](), ns["K"].v, ns["K"].__module__, ns["f"].__globals__ is ns, sorted(k for k in ns if k != "__builtins__"))
exec("global gg; gg = 1", ns, l := {}); print("gg" in ns, l); exec("def f(x=lambda: 5): return x()\nprint(f())")
exec("try: 1 / 0\nexcept ZeroDivisionError as e: print(type(e).__name__)\nprint('e' in dir())")
