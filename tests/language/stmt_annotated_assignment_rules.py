# reference: 7.2.2
# What annotations evaluate, store and bind, in modules, classes, functions, for names and other targets.
log = []
def n(v): log.append(v); return v
a: n("ann a") = n("val a")
b: n("ann b")
(c): n("ann c") = n("val c")
(d): n("ann d")
class O: pass
o = O()
o.x: n("ann attr") = n("val attr")
o.y: n("ann attr2")
l = [0]
l[n(0)]: n("ann item") = n("val item")
l[n("key evaluated")]: n("ann item2")
print(__annotations__, *log, sep=" | ")
log.clear()
print("b" in globals(), hasattr(o, "y"), o.x, l, c)
class C:
    p: n("cls") = 1
    q: n("cls2")
    __r: n("mangled")
    s: "str" = 2
    def m(self):
        self.z: n("never in functions") = n("value")
        v: n("never") = n("local")
        w: undefined_name
        return v
    print(__annotations__)
print(C.__annotations__, C().m(), hasattr(C, "q"), *log)
def f():
    x: undefined = 1
    y: also_undefined
    try: y
    except UnboundLocalError as e: print(e)
    return x
print(f(), f.__annotations__)
def g(a: int, b: "str" = 1, *c: float, d: list = 2, **e: dict) -> None: pass
print(g.__annotations__)
x: int = y_ = 5 if 0 else 3
z: tuple = 1, 2
w: list = *[1], 2
yy: (yield_ := int) = 1
print(z, w, yield_)
def late() -> 1 / 1: pass
try:
    def bad(a: 1 / 0): pass
except ZeroDivisionError as e: print(e)
try: err: undefined_ann = n("never evaluated?")
except NameError as e: print(e, "err" in globals(), log[-1])
for src in ("x, y: int", "x, y: int = 1, 2", "(x, y): int = 1", "[x]: int", "x = y: int", "x: int = y: str", "5: int", "f(): int = 1", "x + y: int", "x: int += 1", "x: int, y: str", "lambda: 0: int", "'a': int", "x: ", "x: = 1", "x:: int", "*x: int = 1", "None: int", "x: int = ", "for x: int in y: pass", "with x as y: int: pass", "global x\nx: int", "def f():\n global x\n x: int", "def f():\n x: int\n global x", "def f():\n nonlocal x\n x: int", "def f():\n x = 1\n def g():\n  nonlocal x\n  x: int = 2", "x: (yield)", "def f(): x: (yield)", "x: (await y)", "x.y.z: int", "x[0].y: int = 1", "(x.y): int = 1", "(x): int", "((x)): int = 1", "x: int = yield", "x: *y", "(x,): int", "{}: int", "import x: int", "x: y: z", "__debug__: int", "x.__debug__: int = 1", "class C:\n x: int\n global x", "del x: int"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
