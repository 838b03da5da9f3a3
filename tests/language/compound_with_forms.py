# reference: 8.5
# Parenthesised items, several items, targets of all kinds; order of entering, binding and leaving.
log = []
class CM:
    def __init__(s, n, v=None, fail=""): s.n, s.v, s.fail = n, v, fail; log.append(f"make {n}")
    def __enter__(s):
        log.append(f"enter {s.n}")
        if "enter" in s.fail: raise ValueError(f"enter {s.n}")
        return s.v
    def __exit__(s, t, v, tb):
        log.append(f"exit {s.n} {t and t.__name__}")
        if "exit" in s.fail: raise KeyError(f"exit {s.n}")
        return "swallow" in s.fail
def done():
    print(*log, sep=", "); log.clear()
class O: pass
o, d = O(), {}
with CM(1, 5) as x, CM(2, (6, 7)) as (y, z), CM(3, "ab") as [p, *q], CM(4, 8) as o.a, CM(5, 9) as d["k"]: print(x, y, z, p, q, o.a, d)
done()
with (CM(1), CM(2, 2) as x, CM(3),): print(x)
with (CM(1, 1)) as x, (CM(2)): print(x)
with (CM(1), CM(2)) if 0 else CM(3): pass
with (CM(1, 1) as x): print(x)
with (yield_ := CM(9, 4)) as x: print(x, yield_.n)
done()
for items in (("", "enter"), ("swallow", "enter"), ("", "exit"), ("swallow", "exit"), ("exit", "exit"), ("enter", "")):
    try:
        with CM("a", fail=items[0]), CM("b", fail=items[1]): log.append("body")
        log.append("after")
    except Exception as e: log.append(f"{type(e).__name__} {e} ctx {e.__context__!r}")
    done()
try:
    with CM(1) as (a, b): log.append("never")
except TypeError as e: log.append(str(e))
done()
def f():
    with CM(1, fail="swallow"): return 1 / 0
    return "after"
def g():
    for i in range(3):
        with CM(i):
            if i == 1: break
    with CM("r"): return i
print(f(), g()); done()
for src in ("with: pass", "with x pass", "with x as: pass", "with x as 1: pass", "with x as f(): pass", "with x as y(): pass", "with x as None: pass", "with x as (y, 1): pass", "with x, : pass", "with (x, ): pass", "with (): pass", "with (x as y, z as w): pass", "with (x as y, z as w,): pass", "with (x as y), z: pass", "with (x as y) as z: pass", "with x as y as z: pass", "with x as *y: pass", "with x as y, : pass", "with (x, y) as z: pass", "with (x, y as z) as w: pass", "with x as y, z as w: pass", "with *x: pass", "with (*x, y): pass", "with x if y else z as w: pass", "with lambda: x as y: pass", "with (x for y in z) as w: pass", "with (x for y in z): pass", "with x as y + 1: pass", "with x as 'a': pass", "with x = 1: pass", "with (x = 1): pass", "with x as y\n pass", "with x:\npass", "with (x as 1, y): pass", "with (x as y.z[0], w): pass", "with (yield): pass", "with x as {}: pass", "with x as [y, [z]]: pass", "with x as (y): pass", "with x as (): pass", "with await x: pass"):
    try: compile(src, "<s>", "exec"); print(src.replace("\n", " ; "), "| fine")
    except SyntaxError as e: print(src.replace("\n", " ; "), "|", e.msg, e.offset)
