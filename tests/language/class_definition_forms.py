# reference: 8.8
# Bases, keywords and stars in the header; the body's scope; decorators; what a class statement may look like.
log = []
def n(v): log.append(getattr(v, "__name__", v)); return v
class Base:
    def __init_subclass__(cls, **k): log.append(sorted(k))
def deco(c): log.append("deco " + c.__name__); return c
@deco
class A(n(Base), *n([dict]), k=n(1), **n({"j": 2})): log.append("body")
print(*log, A.__mro__[1:4]); log.clear()
@lambda c: c.__name__.upper()
class shout: pass
class Empty(): x = 1; y = [x]; z = lambda self: self.x
class Nested:
    class In:
        class Deep: pass
    def method(self):
        class Local: pass
        return Local
    attr = In.Deep.__qualname__
print(shout, Empty().z(), Nested.In.Deep, Nested().method().__qualname__, Nested.attr)
class Flow:
    for i in range(3):
        if i == 1: continue
        exec(f"v{i} = {i}")
    else: done = True
    try: 1 / 0
    except ZeroDivisionError as e: caught = str(e)
    with type("CM", (), {"__enter__": lambda s: 5, "__exit__": lambda *a: None})() as entered: pass
    if done: cond = 1
    del i
    def f(self): return f
    import sys as module
    lst = [j for j in range(2)]
    (w := 7)
    match w:
        case q: pass
    global made
    made = 8
print(sorted(k for k in vars(Flow) if k[0] != "_"), made)
def f(): return "global f"
print(Flow().f().__name__)
x = "global"
class Shadow:
    x = x + "!"
    def get(self): return x
    y = x
print(Shadow.x, Shadow().get(), Shadow.y)
class Redefined: a = 1
class Redefined: b = 2
print(hasattr(Redefined, "a"))
try:
    class Broken:
        ok = 1
        1 / 0
except ZeroDivisionError: print("Broken" in globals())
def factory(v):
    class Made: value = v
    return Made
print(factory(1).value, factory(1) is factory(1), factory(2).__name__)
for src in ("class: pass", "class C", "class C:", "class C() pass", "class C(: pass", "class C(x=1, y): pass", "class C(x=1, *y): pass", "class C(**x, y): pass", "class C(x for x in y): pass", "class C(x, y for y in z): pass", "class C(metaclass=M, metaclass=N): pass", "class C(x=1, x=2): pass", "class C(x := 1): pass", "class C(*): pass", "class C(1): pass", "class C.D: pass", "class C[0]: pass", "class 1: pass", "class None: pass", "class C(): return 1", "class C: yield", "class C: await x", "class C: break", "class C: nonlocal x", "class C:\n x = 1\n global x", "class C: pass; class D: pass", "class C(a, b,): pass", "class C(,): pass", "class C(a b): pass", "class C: def f(): pass", "class C(a=): pass", "class C(a.b=1): pass", "class C(lambda: x): pass", "class C(yield): pass", "class C\n: pass", "class C: x: int; y: str = 1", "class C(print(1)): pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
