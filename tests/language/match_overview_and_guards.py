# reference: 8.6, 8.6.1, 8.6.2, 8.6.3
# The subject once, cases from above, guards after the bindings; names stay bound; irrefutable ones last.
log = []
def n(v): log.append(v); return v
class P:
    __match_args__ = ("x",)
    def __init__(s, x): s._x = x
    @property
    def x(s): log.append("read x"); return s._x
match n(P(5)):
    case P(x) if n(x > 9): log.append("no")
    case P(x) if n(x == 5) and (y := x): log.append("yes")
    case _: log.append("never")
print(*map(str, [l if not isinstance(l, P) else "P" for l in log]), x, y); log.clear()
def f(v):
    match v:
        case [a, b] if a == b: return "pair", a
        case [a, *rest] if rest: return "list", a, rest
        case (1 | 2) as k if k == 2: return "two"
        case int(): return "int"
        case {"k": w} if w: return "k", w
        case str(s) if not s: return "empty"
        case x if x is None: return "none"
        case x: return "other", x
for v in ([1, 1], [1, 2, 3], [5], 1, 2, True, {"k": 0}, {"k": 3}, "", "a", None, 2.0, b"x"): print(f(v), end=" ")
print()
def partial(v):
    try:
        match v:
            case [a, b, 3]: return "matched"
            case [c, 9]: return "nine"
        return sorted(locals())
    except Exception as e: return repr(e)
print(partial([1, 2, 4]), partial([7, 8]), partial([7, 9]))
def guard_fails(v):
    match v:
        case z if 1 / v: return z
        case _: return "zero"
try: guard_fails(0)
except ZeroDivisionError as e: print(e)
match 1, 2:
    case 1, x: print("tuple subject", x)
match (yield_ := 5):
    case 5: print(yield_)
match *[1], 2:
    case [1, 2]: print("starred subject")
match {}:
    case {}: print("empty mapping matches")
match "nothing":
    case 1: print("no")
print("no case matched is fine")
for src in ("match x:\n case y: pass\n case 1: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case y if 1: pass\n case 1: pass", "match x:\n case (y): pass\n case 1: pass", "match x:\n case y | 1: pass", "match x:\n case _ | 1: pass", "match x:\n case 1 | y: pass", "match x:\n case 1 | _: pass\n case 2: pass", "match x:\n case y as z: pass\n case 2: pass", "match x:\n case _ as z: pass", "match x:\n case [y] as z: pass\n case 2: pass", "match x:\n case y if y: pass", "match x:\n case y if: pass", "match x:\n case y if (z := 1): pass", "match x:\n case y if z := 1: pass", "match x:\n case y:\n pass", "match x:\n\n case 1: pass\n\n case 2: pass", "match x:\n case 1: pass\n else: pass", "match x:\n case 1: pass\nelse: pass", "match x:\n case: pass", "match x:\n pass", "match x:\n case 1 pass", "match x\n case 1: pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", type(e).__name__, e.msg, e.lineno, e.offset)
