# reference: 6.10
# Chains evaluate each operand once, stop early, use truth of results that need not be bool.
log = []
class V:
    def __init__(s, n): s.n = n
    def __lt__(s, o): log.append(f"{s.n}<{o.n}"); return R(s.n < o.n)
    def __eq__(s, o): log.append(f"{s.n}=={o.n}"); return R(s.n == o.n)
    def __contains__(s, o): log.append(f"{o.n} in {s.n}"); return o.n < s.n
class R:
    def __init__(s, v): s.v = v
    def __bool__(s): log.append(f"bool {s.v}"); return s.v
    def __repr__(s): return f"R({s.v})"
def v(n): log.append(f"eval {n}"); return V(n)
for src in ("v(1) < v(2) < v(3)", "v(2) < v(1) < v(3)", "v(1) < v(2) == v(2) < v(1)", "v(1) in v(2) in v(3)", "v(1) not in v(2) < v(9)", "not v(1) < v(2)", "(v(1) < v(2)) is True", "v(1) < v(2) and v(3)", "v(1) < v(2) or v(3)", "[v(1) < v(2)]", "v(1) is v(1) is not v(2)", "(v(1) < v(2)) == (v(1) < v(2))", "v(1) < v(2) if v(3) < v(4) else 0"):
    log.clear()
    try: r = eval(src)
    except Exception as e: r = f"{type(e).__name__} {e}"
    print(src, "->", r if not isinstance(r, V) else f"V({r.n})", log)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True, 1 != 2 != 1, 1 < 2 > 1, "a" < "b" < "c" in "abc", 1 in [1] == True, (1 in [1]) == True, None is None is not 5, 1 < 2 in [2], 5 is not 5.0 == 5 if 0 else 0)
class Bad:
    def __bool__(s): raise ValueError("bool")
class RetBad:
    def __lt__(s, o): return Bad()
class BadBool:
    def __bool__(s): return 5
class Len:
    def __len__(s): return -1
class LenStr:
    def __len__(s): return "x"
class LenBig:
    def __len__(s): return 2**100
class NoneBool: __bool__ = None
for src in ("RetBad() < 1", "RetBad() < 1 < 2", "not (RetBad() < 1)", "bool(BadBool())", "not BadBool()", "1 if BadBool() else 2", "BadBool() and 1", "bool(Len())", "bool(LenStr())", "bool(LenBig())", "bool(NoneBool())", "[x for x in [1] if Bad()]", "Bad() or 1", "1 and Bad()", "any([Bad()])", "all([BadBool()])", "list(filter(None, [Bad()]))", "assert_(Bad())"):
    try: r = eval(src); print(src, type(r).__name__)
    except Exception as e: print(src, type(e).__name__, e)
