# reference: 8.6.2
# When names are bound, guards that fail or raise, order of evaluation, fall-through.
log = []
class K:
    def __init__(s, v): s.v = v
    def __eq__(s, o): log.append(("eq", s.v, o)); return s.v == o
class N: one, two = K(1), K(2)
def g(x): log.append(("guard", x)); return x
def m(v):
    log.clear()
    match v:
        case N.one if g(0): return "one"
        case N.one | N.two as q if g(q): return "one or two", q
        case [a, b] if a > b: return "descending", a, b
        case [a, b]: return "pair", a, b
        case {"k": a} if a: return "mapping", a
        case str(a) | bytes(a) if len(a) > 1: return "long text", a
        case (a, (b, c)) | (a, b, c): return a, b, c
        case None | True | False: return "constant", v
        case -1 | 1.5 | 2j | "s" | b"b": return "literal", v
        case float() | complex(): return "number"
        case x if False: return "never"
    return "fell through", "x" in locals()
for v in (1, 2, [3, 2], [2, 3], {"k": 0}, {"k": 1}, "ab", "s", b"b", (1, (2, 3)), None, True, -1, 1.5, 2j, 9.9, 3): print(v, m(v), log)
def bound(v):
    a = b = "old"
    try:
        match v:
            case [a, 5, *b] if 1 / 0: pass
            case [a, *b] if False: pass
    except ZeroDivisionError as e: print("raised")
    return a, b
print(bound([1, 5, 2]), bound([1, 2, 3]), bound(7))
match 1, 2:
    case a, b: print(a, b)
match [*range(3)]:
    case [0, *rest]: print(rest)
match (x := 5):
    case 5: print("walrus", x)
match {"a": 1}:
    case {"a": 1, **rest} if not rest: print("empty rest", rest)
class Odd:
    def __eq__(s, o): raise ValueError("eq")
try:
    match Odd():
        case 1: print("no")
except ValueError as e: print(e)
match "x":
    case "x" "y": print("no")
    case f if f == "x": print("guard", f)
match = case = type = _ = 5
match[0] if False else 0
print(match, case, type, _)
