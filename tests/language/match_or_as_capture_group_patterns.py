# reference: 8.6.4, 8.6.4.1, 8.6.4.2, 8.6.4.4, 8.6.4.5, 8.6.4.7
# Alternatives bind the same names, as binds what matched, captures bind anything once, parentheses group.
def f(v):
    match v:
        case 1 | 2 | 3: return "small"
        case (4 | 5) as n: return "mid", n
        case [x] | (x, _): return "one or two", x
        case {"a": y} | {"b": y}: return "mapping", y
        case str() | bytes() as t: return "text", t
        case ((6)): return "grouped"
        case [1 | 2 as p, (3 | 4) as q, *_] as whole: return p, q, whole
        case (float() as fl) if fl > 1: return "float", fl
        case complex(real=r) | int(real=r) as z: return r, z
        case _: return "rest"
for v in (1, 3, 4, [9], (8, 7), {"a": 1}, {"b": 2, "a": 3}, "s", b"b", 6, [1, 3, 5], [2, 4, 0, 0], [3, 3, 3], 1.5, 0.5, 2j, 10, None, [], {"c": 1}, True): print(f(v), end=" ")
print()
match [1, [2, 3]]:
    case [a, [b, _]] as c: print(a, b, c)
match 5:
    case _ as z if 0: pass
    case (((w))): print(w)
for pat in ("x | y", "x | 1", "1 | x", "(x, y) | (y, x)", "(x, y) | x", "[x] | [y]", "[x] | 1", "{'a': x} | [x]", "C(x) | [x]", "(1 as x) | (2 as x)", "1 as x | 2", "(1 as x) | 2", "x as x", "[x, x]", "[x, *x]", "{'a': x, 'b': x}", "{'a': x, **x}", "C(x, x)", "C(x, y=x)", "x as y", "_ as y", "[_, _]", "_ as _", "x as _", "1 as _", "1 as x.y", "1 as x[0]", "1 as 2", "1 as (x)", "1 as f()", "x as y as z", "(x as y) as z", "1 |", "| 1", "1 | | 2", "1 || 2", "()", "(1)", "(1,)", "(x)", "(x as y)", "*x", "(*x)", "*_", "_.x", "x._", "x.y | z.w", "not x", "x or y", "x if y else z", "x + y", "lambda: x", "f'a'", "x := 1", "(x := 1)", "None as None", "x, y", "x, y as z", "x | y, z", "...", "[...]", "await x"):
    try: compile(f"match v:\n case {pat}: pass", "<s>", "exec"); print(pat, "| fine")
    except SyntaxError as e: print(pat, "|", e.msg, e.offset)
