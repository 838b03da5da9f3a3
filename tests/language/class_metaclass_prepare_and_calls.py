# reference: 3.3.3.3, 3.3.3.4, 3.3.3.6, 8.8
# The order of __prepare__, body, __new__, __set_name__, __init_subclass__, __init__, decorators; keyword arguments.
log = []
class NS(dict):
    def __setitem__(self, k, v): log.append(f"set {k}"); super().__setitem__(k, v)
    def __getitem__(self, k): log.append(f"get {k}"); return super().__getitem__(k)
    def __delitem__(self, k): log.append(f"del {k}"); super().__delitem__(k)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **k): log.append(("prepare", mcs.__name__, name, bases, k)); return NS()
    def __new__(mcs, name, bases, ns, **k):
        log.append(("new", name, sorted(x for x in ns if x[0] != "_"), k))
        c = super().__new__(mcs, name, bases, ns, **k); log.append("made"); return c
    def __init__(cls, name, bases, ns, **k): log.append(("init", name, k)); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): log.append(("call", cls.__name__, a, k)); return super().__call__(*a, **k)
class D:
    def __set_name__(self, owner, name): log.append(("set_name", owner.__name__, name))
def deco(c): log.append("decorator"); return c
class Base(metaclass=Meta):
    def __init_subclass__(cls, **k): log.append(("init_subclass", cls.__name__, k)); super().__init_subclass__()
def flush(): print(*log, sep="\n"); log.clear(); print("--")
flush()
@deco
class K(Base, flag=1, other="x"):
    d = D(); e = d
    x = 1; y = x
    del y
    def m(self): pass
    z: int = 5
flush()
K(); K.__call__ if 0 else None; flush()
print(type(K.__dict__).__name__, "y" in K.__dict__, type(K).__name__, K.__annotations__)
def fn(name, bases, ns, **k): print("function", name, bases, sorted(x for x in ns if x[0] != "_"), k); return "not a class"
class F(int, metaclass=fn, k=2): a = 1
print(F)
class P:
    def __prepare__(name, bases, **k): return {"given": 9}
    def __new__(cls, name, bases, ns, **k): return sorted(ns), k
class G(metaclass=P, q=1): seen = given
print(G)
class Other(type): pass
for src in ("class X(Base, metaclass=Other): pass", "class X(metaclass=5): pass", "class X(metaclass=type, q=1): pass", "class X(object, q=1): pass", "class X(Base, metaclass=Meta, metaclass=Meta): pass", "class X(*[], **{'metaclass': fn}, z=3): b = 2", "class X(metaclass=lambda *a: a[:2]): pass", "class X(int, str): pass", "class X(bool): pass", "class X(5): pass", "class X(None): pass", "class X(int, int): pass", "class X(object, Base): pass"):
    try: exec(src); print(src, "fine", X if isinstance(X, tuple) else "")
    except (TypeError, SyntaxError) as e: print(src, "|", type(e).__name__, e)
class BadPrep(type):
    __prepare__ = lambda *a, **k: 5
try:
    class X(metaclass=BadPrep): pass
except TypeError as e: print(e)
