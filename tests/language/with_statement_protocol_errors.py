# reference: 8.5
# with and its managers: missing methods, exceptions in enter and exit, suppression, several managers, return and break inside.
log = []
class M:
    def __init__(s, n, ret=None, enter=None, exit=None): s.n, s.ret, s.en, s.ex = n, ret, enter, exit
    def __enter__(s):
        log.append(f"enter {s.n}")
        if s.en: raise s.en
        return s.n
    def __exit__(s, t, v, tb):
        log.append(f"exit {s.n} {t and t.__name__} {v} {tb is not None}")
        if s.ex: raise s.ex
        return s.ret
def t(f):
    log.clear()
    try: r = f()
    except BaseException as e: r = f"{type(e).__name__} {e} ctx={e.__context__!r}"
    print(f.__name__, r, log)
def plain():
    with M(1) as x, M(2) as y: return x, y
def suppressed():
    with M(1, True): 1 / 0
    return "went on"
def inner_suppresses():
    with M(1), M(2, True): raise KeyError("k")
    return "after"
def enter_raises():
    with M(1), M(2, enter=ValueError("e")), M(3): pass
def exit_raises():
    with M(1, exit=ValueError("x")): raise KeyError("body")
def exit_raises_quietly():
    with M(1, exit=ValueError("x")): pass
def both_exits():
    with M(1, exit=TypeError("o")), M(2, exit=ValueError("i")): pass
def truthy():
    with M(1, [0]): raise KeyError
    with M(2, "yes"): raise KeyError
    with M(3, 0): pass
    return "ok"
class BadBool:
    def __bool__(s): raise RuntimeError("bool")
def bad_bool():
    with M(1, BadBool()): raise KeyError("k")
def bad_bool_unused():
    with M(1, BadBool()): return "fine"
def loops():
    out = []
    for i in range(4):
        with M(i):
            if i == 1: continue
            if i == 3: break
            out.append(i)
    return out
def targets():
    d = {}
    with M((1, [2, 3])) as (a, [b, *c]), M(5) as d["k"], M("q") as M.attr: return a, b, c, d, M.attr
def bad_target():
    with M(5) as (a, b): pass
def generator():
    with M(1): yield 1
def closed():
    g = generator(); next(g); g.close(); return "closed"
def baseexc():
    with M(1): raise SystemExit(3)
def from_gen():
    g = generator(); next(g)
    try: g.throw(KeyError("thrown"))
    except KeyError: return "through"
for f in (plain, suppressed, inner_suppresses, enter_raises, exit_raises, exit_raises_quietly, both_exits, truthy, bad_bool, bad_bool_unused, loops, targets, bad_target, closed, baseexc, from_gen): t(f)
class NoExit:
    def __enter__(s): log.append("entered")
class NoEnter:
    def __exit__(s, *a): pass
class OnInstance: pass
o = OnInstance(); o.__enter__ = o.__exit__ = lambda *a: None
class NoneEnter: __enter__ = None; __exit__ = lambda *a: None
class NoneExit: __exit__ = None; __enter__ = lambda s: None
class Async:
    async def __aenter__(s): pass
    async def __aexit__(s, *a): pass
class BadArgs:
    def __enter__(s): pass
    def __exit__(s): pass
class Prop:
    @property
    def __enter__(s): log.append("enter looked up"); return lambda: 5
    @property
    def __exit__(s): log.append("exit looked up"); return lambda *a: log.append("exited")
for m in (NoExit(), NoEnter(), o, NoneEnter(), NoneExit(), Async(), BadArgs(), Prop(), 5, None, "x", open, object()):
    log.clear()
    try:
        with m as v: print("in", v)
    except Exception as e: print(type(m).__name__, type(e).__name__, e, log)
    else: print(type(m).__name__, "done", log)
