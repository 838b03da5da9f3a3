# reference: 7.5
# del of names, attributes, items, slices, tuples; of what is not there; in functions, classes, comprehensions.
class O:
    def __delattr__(s, n): print("delattr", n)
    def __delitem__(s, k): print("delitem", k)
o = O(); del o.a, o[1], o[1:2], o[::3], o[1, 2:3], o[...]; del (o.b, [o.c, (o[5])]); del ()
if 1: x = 1; del x; x = 2; del (x)
def f():
    a = b = 1
    del a
    try: a
    except UnboundLocalError as e: print(e)
    try: del a
    except UnboundLocalError as e: print(e)
    a = 5; print(a, b, sorted(locals()))
    def g(): return b
    del b
    try: g()
    except NameError as e: print(type(e).__name__, e)
    try: del b
    except UnboundLocalError as e: print(e)
    for i in (1, 2): del i
    try: i
    except UnboundLocalError as e: print(e)
    with memoryview(b"") as m: del m
    try: raise ValueError
    except ValueError as e: del e
    return "done"
print(f())
class C:
    y = 1; del y
    try: y
    except NameError as e: print(e)
    try: del y
    except NameError as e: print(e)
for src in ("del undefined", "del x.y", "del undefined.x", "x = 1; del x.real", "l = [1]; del l[5]", "l = [1]; del l['a']", "d = {}; del d[1]", "d = {}; del d[[]]", "t = (1,); del t[0]", "s = 'a'; del s[0]", "s = {1}; del s[0]", "n = None; del n[0]", "del len", "import builtins; del builtins.nothing", "def f(): pass\ndel f.x", "def f(): pass\ndel f.__name__", "class K: pass\ndel K.x", "class K: pass\ndel K.__dict__", "del 1", "del f()", "del (a, 1)", "del a + b", "del *a", "del [*a]", "del a, *b", "del {a}", "del a if b else c", "del (yield)", "del None", "del __debug__", "del a.b()", "del a[0]()", "del lambda: 0", "del 'x'", "del a = 1", "del", "del a b", "del (a b)", "global g; del g", "del a := 1", "del (a := 1)", "del not a", "del a and b", "del -a", "del f'x'", "del ...", "del a < b", "del [x for x in y]"):
    try: exec(src, {}); print(src, "fine")
    except Exception as e: print(src.replace("\n", "; "), "|", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
