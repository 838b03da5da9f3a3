# reference: 7.12, 7.13
# Declarations before use, in nested scopes and classes; each wrong one with its words.
x = "g"
def f():
    global x, new
    x = "set"; new = 1
    def g():
        x = "local in g"
        def h():
            nonlocal x
            x += "!"
            return x
        return h(), x
    return g()
print(f(), x, new)
def chain():
    v = 0
    def a():
        def b():
            nonlocal v
            v += 1
            def c():
                nonlocal v
                v += 10
            c()
        b()
    a()
    return v
print(chain())
def cls():
    v = 1
    class C:
        nonlocal v
        v = 2
        w = v
    return v, C.w, hasattr(C, "v")
print(cls())
def glob_in_class():
    class C:
        global gc
        gc = 5
    return hasattr(C, "gc")
print(glob_in_class(), gc)
def loops():
    global li, lf, lm, lw
    for li in range(2): pass
    def lf(): pass
    import sys as lm
    [lw := 3 for _ in (1,)]
loops()
print(li, lf.__qualname__, lm.__name__, lw)
exec("def ex():\n global from_exec\n from_exec = 1\nex()")
print(from_exec)
for src in ("def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f():\n x: int\n global x", "def f(x): global x", "def f():\n global x\n global x", "def f():\n global x\n nonlocal x", "def f():\n nonlocal x", "nonlocal x", "class C: nonlocal x", "def f(x):\n def g():\n  nonlocal x\n  global x", "def f(x): nonlocal x", "def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n x = 1\n def g(x): nonlocal x", "def f():\n class C: x = 1\n def g(): nonlocal x", "x = 1\ndef f(): nonlocal x", "global x\nx = 1", "x = 1\nglobal x", "print(x)\nglobal x", "def f():\n for x in y: pass\n global x", "def f():\n import x\n global x", "def f():\n def x(): pass\n global x", "def f():\n class x: pass\n global x", "def f():\n del x\n global x", "def f():\n x.y = 1\n global x", "def f():\n with y as x: pass\n global x", "def f():\n try: pass\n except E as x: pass\n global x", "def f():\n global x\n x: int = 1", "def f():\n global x, y, x", "global", "global x.y", "global x, ", "global (x)", "global x = 1", "global 1", "nonlocal x, y.z", "def f():\n global x\n def g(): nonlocal x", "def f():\n lambda: x\n global x", "def f():\n [x for x in y]\n global x", "def f():\n (x := 1)\n global x", "def f():\n x += 1\n global x", "def f():\n match y:\n  case x: pass\n global x", "def f():\n type x = int\n global x", "def f[T]():\n global T", "def f():\n global __class__", "class C:\n def f(self):\n  nonlocal __class__\n  __class__ = 1"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
