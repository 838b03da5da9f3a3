# reference: 3.3.3.1, 3.3.3.3, 3.3.3.4
# __prepare__, __new__, __init__, __call__ of metaclasses: order, keywords, conflicts, what may be returned.
log = []
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): log.append(("prepare", name, kw)); return {"from_prepare": 1}
    def __new__(m, name, bases, ns, **kw): log.append(("new", name, sorted(k for k in ns if k[0] != "_"), kw)); return super().__new__(m, name, bases, dict(ns))
    def __init__(c, name, bases, ns, **kw): log.append(("init", name, kw)); super().__init__(name, bases, ns)
    def __call__(c, *a, **k): log.append(("call", c.__name__, a, k)); return super().__call__(*a, **k)
class A(metaclass=M, option=1):
    x = 2
    def __init__(s, *a, **k): log.append(("instance", a, k))
class B(A, other=2): pass
B(1, k=2); print(*log, sep="\n"); log.clear()
class Sub(M): pass
class C(A, metaclass=Sub): pass
print(type(C).__name__, type(B).__name__, type(type("D", (C,), {})).__name__, M("E", (), {}).__name__)
class Other(type): pass
class O(metaclass=Other): pass
def t(src):
    try: exec(src, globals(), ns := {}); print(src.split("\n")[0], "->", {k: (type(v).__name__ if isinstance(v, type) else v) for k, v in ns.items()})
    except Exception as e: print(src.split("\n")[0], type(e).__name__, e)
for src in ("class X(A, O): pass", "class X(A, metaclass=Other): pass", "class X(A, metaclass=type): pass", "class X(O, metaclass=object): pass", "class X(metaclass=print): pass", "class X(metaclass=lambda n, b, d, **k: (n, b, k), q=1): pass", "class X(5, metaclass=lambda n, b, d: b): pass", "class X(metaclass=str): pass", "class X(metaclass=dict): pass", "class X(metaclass=5): pass", "class X(metaclass=None): pass", "class X(A, metaclass=None): pass", "class X(**{'metaclass': Sub}): pass", "class X(A, metaclass=M, metaclass=M): pass", "class X(option=5): pass", "class X(O, option=5): pass", "type('X', (A, O), {})", "M('X', (O,), {})", "Other('X', (A,), {})", "type.__new__(Other, 'X', (A,), {})"): t(src)
for ret in (5, None, "s", [], object()):
    class P(type):
        @classmethod
        def __prepare__(m, n, b): return ret
    try: P2 = P.__class__; exec("class X(metaclass=P): pass")
    except TypeError as e: print(e)
class Plain(type):
    def __prepare__(n, b): return {"plain": n}
class NS(dict):
    def __setitem__(s, k, v): print("store", k) if k[0] != "_" else None; super().__setitem__(k, v)
    def __getitem__(s, k): print("load", k) if k[0] != "_" else None; return super().__getitem__(k)
class Q(type):
    @classmethod
    def __prepare__(m, n, b): return NS(pre="set")
class Z(metaclass=Q):
    a = 1; b = a; c = pre; d = len("x")
    def f(s): pass
    del a
print(sorted(k for k in vars(Z) if k[0] != "_"), type(vars(Z)).__name__)
class RetOther(type):
    def __new__(m, n, b, d): return 5
    def __init__(c, *a): print("not called")
class Five(metaclass=RetOther): pass
print(Five)
class NoInitArgs(type):
    def __new__(m, n, b, d, **k): return super().__new__(m, n, b, d)
try:
    class Y(metaclass=NoInitArgs, kw=1): pass
except TypeError as e: print(e)
class CellThief(type):
    def __new__(m, n, b, d): d.pop("__classcell__", None); return super().__new__(m, n, b, d)
try:
    class T(metaclass=CellThief):
        def f(s): return __class__
except RuntimeError as e: print(str(e).split(" at 0x")[0])
