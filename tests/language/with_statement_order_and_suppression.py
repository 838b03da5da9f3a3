# reference: 8.5, 3.3.9
# with: order of enter and exit, suppression, what __exit__ receives, lookups on the type, flow through it.
log = []
class M:
    def __init__(self, n, suppress=False, enter=None, leave=None): self.n, self.s, self.e, self.l = n, suppress, enter, leave; log.append(f"make {n}")
    def __enter__(self):
        log.append(f"enter {self.n}")
        if self.e: raise self.e
        return self.n
    def __exit__(self, t, v, tb):
        log.append(f"exit {self.n} {t and t.__name__} {v} {tb is not None}")
        if self.l: raise self.l
        return self.s
def show(f):
    try: r = f()
    except BaseException as e: r = f"raised {e!r} context {e.__context__!r}"
    print(f.__name__, r, log); log.clear()
def plain():
    with M(1) as a, M(2) as b: return a, b
def inner_fails():
    with M(1, True): 
        with M(2): raise ValueError("v")
    return "went on"
def enter_fails():
    with M(1), M(2, enter=KeyError("e")), M(3): pass
def enter_fails_suppressed():
    with M(1, suppress=1), M(2, enter=KeyError("e")): pass
    return "after"
def exit_replaces():
    with M(1, leave=TypeError("t")): raise ValueError("v")
def exit_raises_alone():
    with M(1, leave=TypeError("t")): return "lost"
def truthy_without_error():
    with M(1, suppress="yes"): x = 1
    return x
def loop():
    r = []
    for i in range(4):
        with M(i, True):
            if i == 1: continue
            if i == 2: 1/0
            if i == 3: break
            r.append(i)
    return r
def targets():
    d = {}
    with (M((1, (2, 3))) as (x, [y, z]), M("k") as d["k"], M([4, 5, 6]) as (h, *tail)): return x, y, z, d, h, tail
def target_fails():
    with M(1, True) as (a, b): pass
    return "suppressed"
def make_fails():
    with M(1, True), undefined_name, M(3): pass
    return "suppressed"
def exiting():
    with M(1, True): raise SystemExit(3)
    return "even that"
def gen():
    with M(1): yield "y"
for f in (plain, inner_fails, enter_fails, enter_fails_suppressed, exit_replaces, exit_raises_alone, truthy_without_error, loop, targets, target_fails, make_fails, exiting): show(f)
g = gen(); next(g); g.close(); print(log); log.clear()
class NoExit:
    def __enter__(self): pass
class Neither:
    def __init__(self): self.__enter__ = self.__exit__ = lambda *a: 1
class Bad:
    __enter__ = None; __exit__ = None
class BoolFails:
    def __enter__(self): return self
    def __exit__(self, *a): return self
    def __bool__(self): raise OSError("bool")
class AsyncOnly:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for m in (NoExit(), Neither(), Bad(), 5, None, AsyncOnly()):
    try:
        with m: pass
    except Exception as e: print(type(e).__name__, e)
try:
    with BoolFails(): pass
    print("not asked")
    with BoolFails(): 1/0
except OSError as e: print(repr(e), repr(e.__context__))
