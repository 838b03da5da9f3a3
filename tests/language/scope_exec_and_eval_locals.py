# reference: 4.2.6, exec(), eval(), locals(), globals()
# exec in a function cannot make locals; free names are not seen by eval; locals() is a snapshot.
x = "global"
def f():
    x = "local"
    exec("x = 'exec'; y = 1")
    print(x, eval("x"), "y" in locals())
    try: y
    except NameError as e: print(e)
    l = locals()
    l["x"] = "dict"
    print(x, l["x"], locals()["x"], l is locals())
    z = 1
    print("z" in l, "z" in locals(), "z" in l)
f()
def outer():
    free = 1
    def no(): return eval("free")
    def yes(): free; return eval("free")
    try: print(no())
    except NameError as e: print(e)
    return yes()
print(outer())
class C:
    a = 1
    exec("b = a + 1")
    print(b, eval("a + b"), locals()["b"])
    locals()["c"] = 3
print(C.b, C.c)
g, l = {"v": 1}, {"v": 2}
print(eval("v", g, l), eval("v", g), eval("[v for _ in (1,)]", g, l), eval("(lambda: v)()", g, l))
exec("global w; w = v; u = v", g, l)
print(g["w"], l)
exec("def h(): return v\nr = h()", g, l)
print(l["r"])
class M:
    def __getitem__(s, k): print("M get", k); raise KeyError(k) if k != "q" else None if k != "q" else KeyError
    def __setitem__(s, k, v): print("M set", k, v)
    def __delitem__(s, k): print("M del", k)
class Mp:
    def __getitem__(s, k):
        if k == "q": return 42
        raise KeyError(k)
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
exec("r = q; del q; s = len", {}, Mp())
for act in (lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: eval("x = 1"), lambda: eval(""), lambda: eval("  1 + 1"), lambda: eval("\n1"), lambda: eval("1\n"), lambda: eval("1;"), lambda: eval("(yield)"), lambda: eval(5), lambda: exec(5), lambda: exec("1", 5), lambda: exec("1", {}, 5), lambda: eval(), lambda: exec(), lambda: eval("1", {}, {}, {}), lambda: eval(compile("1", "", "exec")), lambda: eval(compile("5", "", "eval")), lambda: exec(compile("5", "", "eval")), lambda: eval(b"1 + 1"), lambda: eval(bytearray(b"2")), lambda: eval("1\0"), lambda: exec("x=1\0"), lambda: eval("\t 3"), lambda: eval("__import__('sys').maxsize > 0"), lambda: exec("return 1"), lambda: exec("nonlocal x"), lambda: eval("lambda: x")(), lambda: eval("[x for x in 'ab']"), lambda: exec("a: int = 1", d := {}) or d["__annotations__"], lambda: eval("locals()", {"a": 1}, {"b": 2}), lambda: sorted(eval("globals()", {"a": 1})), lambda: locals(1), lambda: globals(1), lambda: exec("", closure=()), lambda: exec(f.__code__, closure=(1,))):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
