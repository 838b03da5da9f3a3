# reference: 7.2
# Order of evaluation in assignments, augmented ones, walrus, for targets and unpacking, with every kind of target.
log = []
class T:
    def __init__(s, n): object.__setattr__(s, "n", n)
    def __getattr__(s, k): log.append(f"{s.n}.{k}"); return T(f"{s.n}.{k}")
    def __setattr__(s, k, v): log.append(f"{s.n}.{k} = {v}")
    def __getitem__(s, k): log.append(f"{s.n}[{k}]"); return T(f"{s.n}[{k}]")
    def __setitem__(s, k, v): log.append(f"{s.n}[{k}] = {v}")
    def __iadd__(s, o): log.append(f"{s.n} += {o}"); return "sum"
def e(x): log.append(f"e({x})"); return x
a, b = T("a"), T("b")
for src in ("a.x = e(1)", "a[e(1)] = e(2)", "a[e(1)][e(2)].y = e(3)", "a.x = b[e(0)] = e(1)", "a.x, b.y = e(1), e(2)", "a[e(1)], b[e(2)] = [e(3), e(4)]", "(a.x, [b.y, *a.z]) = e(1), (e(2), e(3), e(4))", "a.x += e(1)", "a[e(1)] += e(2)", "a.p[e(1)].q += e(2)", "for a.i in e((1, 2)): pass", "for a[e(9)] in (1, 2): pass", "a.x: e(5) = e(6)", "a[e(1)]: int = e(2)", "a.y: e(7)", "z: e(8) = e(9)", "(z): e(8) = e(9)", "[w := e(1), w + 1]", "a[(k := e(1))] = k", "a[e(1):e(2):e(3)] = e(4)", "a[e(1), e(2):e(3)] = e(5)", "x = y = e([])", "x, y = y, x = e(1), e(2)", "x = x, y = e(5), e(6)", "i = [0, 1]; j = 0; j, i[j] = 1, 'set'; log.append(i)", "d = {}; d[e('k')] = d; log.append(d['k'] is d)", ""import sys as a_sys, os.path as a_path", "a.x = (yield_ := e(1))", "{e(1): e(2), e(3): e(4)}", "[e(1), *e([2]), e(3)]", "e(1) if e(0) else e(2)", "e(0) or e(1) and e(2)", "not e(0)", "e(print)(e(''), end=e(''))", "(lambda x=e(1), *, y=e(2): 0)", "lambda: e(1)"):
    log.clear()
    try: exec(src, {"a": a, "b": b, "e": e, "log": log, "y": 0, "x": 0})
    except Exception as x: log.append(f"{type(x).__name__} {x}")
    print(src, "|", *log, sep="  ")
def d1(f): log.append("d1 applied"); return f
def mk(n): log.append(f"make {n}"); return d1
log.clear()
@mk(1)
@mk(2)
def fn(x: e("ann x") = e("def x"), *args: e("ann args"), y: e("ann y") = e("def y"), **kw: e("ann kw")) -> e("ret"): pass
print(log)
log.clear()
@mk("class")
class K(*e(()), **e({})):
    e("body"); attr: e("class ann") = e("class value")
print(log)
