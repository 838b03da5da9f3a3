# reference: 7.12, 7.13, 4.2.2
# global and nonlocal through levels, in classes and comprehensions, and every complaint of the compiler.
x = "module"
def level1():
    x = "one"
    def level2():
        nonlocal x
        x += "-two"
        def level3():
            global x
            x = "module set by three"
            def level4():
                return x
            return level4()
        return level3(), x
    return level2(), x
print(level1(), x)
def through_class():
    v = 0
    class C:
        nonlocal v
        v = "set in class body"
        global made
        made = "global from class"
        def m(self): nonlocal v; v = "set by method"; return v
    return v, C().m(), v, "v" in vars(C), "made" in vars(C)
print(through_class(), made)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    def reset():
        nonlocal n; del n
    return inc, reset
inc, reset = counter()
print(inc(), inc(5)); reset()
try: inc()
except NameError as e: print(type(e).__name__, e)
def comp():
    global leak
    [leak := i for i in range(3)]
comp(); print(leak)
def binders():
    global mod, fn, Cls, exc, w, lo
    import sys as mod
    def fn(): pass
    class Cls: pass
    for lo in "ab": pass
    with __import__("contextlib").nullcontext(4) as w: pass
binders(); print(mod.__name__, fn.__qualname__, Cls.__qualname__, lo, w)
for src in ("nonlocal x", "def f(): nonlocal x", "def f(x): global x", "def f(x):\n def g(): nonlocal y", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f():\n global x\n nonlocal x", "def f():\n x: int\n global x", "def f():\n global x\n x: int", "def f(x):\n nonlocal x", "x = 1\nglobal x", "print(x)\nglobal x", "class C:\n x = 1\n global x", "class C:\n nonlocal x", "def f():\n for x in y: pass\n global x", "def f():\n def x(): pass\n global x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n x=1\n def g():\n  print(x)\n  nonlocal x", "global", "global x,", "global x = 1", "global x.y", "def f():\n global x, x", "def f():\n x = 1\n class C:\n  nonlocal x\n  x: int = 2", "def f():\n global __class__", "class C:\n def f(self):\n  nonlocal __class__", "lambda: global x", "def f():\n [x := 1 for _ in y]\n global x", "def f[T]():\n nonlocal T", "def f():\n import x\n global x"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
