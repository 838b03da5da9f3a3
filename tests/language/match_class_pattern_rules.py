# reference: 8.6.4.10
# isinstance first, then keywords by attribute; one positional for some built-in types; errors of other forms.
class P:
    def __init__(s, **k): s.__dict__.update(k)
class Q(P): __match_args__ = ("a", "b")
class Meta(type):
    def __instancecheck__(c, o): print("check", end=" "); return o == 7 or type.__instancecheck__(c, o)
class Hook(metaclass=Meta): pass
def f(v):
    match v:
        case Hook(real=7): return "hook"
        case Q(1, b=2): return "Q 1 2"
        case Q(a, b=[x, *_]): return "Q list", a, x
        case Q(a=z): return "Q a", z
        case P(a=1, b=2): return "P 1 2"
        case P(a=P(a=inner)): return "nested", inner
        case P(missing=_): return "never"
        case P(): return "P"
        case int(n) if n > 100: return "big", n
        case int(real=r, imag=0): return "int", r
        case str(s) | bytes(s): return "text", s
        case list([a, *_]): return "list", a
        case dict({"k": v2}): return "dict", v2
        case tuple((a, b)) | set(a) | frozenset(a) as b: return "coll", a, b
        case float() | complex(): return "number"
        case bool(): return "never"
        case type(): return "class"
    return None
for v in (7, Q(a=1, b=2), Q(a=1, b=[5, 6]), Q(a=3, b=4), Q(b=1), P(a=1, b=2), P(a=P(a=9)), P(), 500, 5, True, "s", b"b", [1], [], {"k": 0}, (1, 2), {3}, frozenset([4]), 1.5, 2j, int, None): print(f(v))
for name, val in (("Call", lambda: 0), ("Five", 5), ("Str", "str"), ("NoneV", None), ("Alias", list[int]), ("Union", int | str), ("Tup", (int, str)), ("Obj", P())):
    try:
        exec(f"match 1:\n case X(): print('matched', {name!r})\n case _: print('no', {name!r})", {"X": val})
    except TypeError as e: print(name, e)
for pat in ("int(1, 2)", "int(x, y)", "Q(1, 2, 3)", "Q(1, a=1)", "P(1)", "str(x, y=1)", "Q()", "undefined()", "object(1)", "bool(True)"):
    try: exec(f"match v:\n case {pat}: print('matched')\n case _: print('no match')", {**globals(), "v": 1 if "int" in pat else True if "bool" in pat else "s" if "str" in pat else P() if "P(" in pat else Q(a=1, b=2)})
    except Exception as e: print(pat, type(e).__name__, e)
for pat in ("C(", "C)", "C(1, x=2)", "C(x=1, 2)", "C(x=1, x=2)", "C(*x)", "C(**x)", "C(x=)", "C(=1)", "C(x.y=1)", "C(1=x)", "C(x, x)", "C(x=x, y=x)", "C(x,)", "C(x=1,)", "C(,)", "C()()", "C[0]()", "a.b.C(x)", "a().C(x)", "C(x for x in y)", "C(x := 1)", "C(-1, +1)", "C(1 as x)", "C(None=1)", "C(x=1 | 2)", "C(_)", "C(_=1)", "C(x=y as z)", "_(x)", "C (x)"):
    try: compile(f"match v:\n case {pat}: pass", "<s>", "exec"); print(pat, "| fine")
    except SyntaxError as e: print(pat, "|", e.msg, e.offset)
