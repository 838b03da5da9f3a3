# reference: 8.9.3, 3.4.4
# async with driven by hand: order, suspension inside enter and exit, suppression, wrong types, return and break through it.
log = []
class Y:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
class M:
    def __init__(self, n, suppress=False, fail=None): self.n, self.s, self.f = n, suppress, fail
    async def __aenter__(self): log.append(f"enter {self.n}"); await Y(f"in {self.n}"); return self.n
    async def __aexit__(self, t, v, tb):
        log.append(f"exit {self.n} {t and t.__name__}"); await Y(f"out {self.n}")
        if self.f: raise self.f
        return self.s
def run(c):
    seen = []
    try:
        while True: seen.append(c.send(None))
    except StopIteration as e: r = e.value
    except BaseException as e: r = f"raised {e!r} context {e.__context__!r}"
    print(c.__name__, r, seen, log); log.clear()
async def plain():
    async with M(1) as a, M(2) as b: return a, b
async def inner():
    async with M(1, True): 
        async with M(2): raise ValueError("v")
    return "after"
async def replaced():
    async with M(1, fail=TypeError("t")): raise ValueError("v")
async def loop():
    out = []
    for i in range(4):
        async with M(i, True) as v:
            if i == 0: continue
            if i == 2: break
            out.append(v); raise KeyError
    return out
async def targets():
    d = {}
    async with (M((1, 2)) as (x, y), M(3) as d["k"],): return x, y, d
async def mixed():
    import contextlib
    with contextlib.nullcontext("sync") as s:
        async with M("async") as a: return s, a
async def gen():
    async with M("g"): yield 1; yield 2
async def use_gen():
    async for v in gen():
        if v == 1: break
    return "left early"
async def nothing():
    async with M(1): pass
    async with M(2, suppress="truthy"): 1/0
for f in (plain, inner, replaced, loop, targets, mixed, nothing): run(f())
class NoExit:
    async def __aenter__(self): pass
class SyncOnly:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class NotAwaitable:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return None
class ExitNot(M):
    def __aexit__(self, *a): return "text"
class BadBool(M):
    async def __aexit__(self, *a):
        class B:
            def __bool__(self): raise OSError("bool")
        return B()
class NoneEnter(M): __aenter__ = None
class Inst:
    def __init__(self): self.__aenter__ = self.__aexit__ = lambda *a: Y(1)
def case(m, fail):
    async def c():
        async with m:
            if fail: 1/0
        return "fine"
    c.__name__ = type(m).__name__; k = c(); k.__name__ = type(m).__name__; run(k)
for m in (NoExit(), SyncOnly(), NotAwaitable(), ExitNot(1), BadBool(1), NoneEnter(1), Inst(), 5, None):
    for fail in (0, 1): case(m, fail)
c = plain(); print(c.send(None), c.throw(KeyError("inside enter")) if 0 else ""); 
try: c.throw(KeyError("inside enter"))
except KeyError as e: print(repr(e), log)
log.clear(); c = plain(); c.send(None); c.send(None)
try: c.throw(KeyError("second enter"))
except KeyError as e: print(repr(e))
else: print("suspended in exit", log)
try: c.send(None)
except (KeyError, RuntimeError) as e: print(repr(e), log)
for src in ("async with x: pass", "def f():\n async with x: pass", "async def f():\n async with x as 1: pass", "async def f():\n async with: pass", "async def f():\n async with x as y, z as w: pass", "async def f():\n async with (x as y, z as w,): pass", "async def f():\n async with (x as y), z: pass", "async def f():\n lambda: (await x)", "async def f():\n async (with x): pass", "async def f():\n async with x\n  pass", "async def f():\n async with await x: pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
