x = "global"
def f():
    x = "local"
    exec("print(x); x = 'changed'; z = 1")
    print(x, eval("x"), "z" in locals())
    print(eval("x", globals()), eval("x", {}, {"x": "given"}))
f()
class C:
    exec("made = 5")
    print(made)
print(C.made)
g = {}
exec("a = 1\ndef h(): return a, b\nb = 2", g)
print(g["h"](), sorted(k for k in g if k != "__builtins__"), type(g["__builtins__"]).__name__)
class Names(dict):
    def __missing__(self, k): return k + "?"
print(eval("p + q", {}, Names()))
exec("y = 1", {}, n := Names())
print(n)
for h in (lambda: eval("x ="), lambda: eval("a = 1"), lambda: exec(5), lambda: eval("1", 5), lambda: exec("", {}, 5), lambda: eval("nope"), lambda: eval(""), lambda: exec("x", {"__builtins__": {}}),
          lambda: eval("len", {"__builtins__": {}}), lambda: eval("a\0b")):
    try:
        h()
    except (SyntaxError, TypeError, NameError, ValueError) as e:
        print(type(e).__name__, e)
print(eval(b"1 + 1"), eval("  \t 3"), exec("pass"), exec(b"pass"))
