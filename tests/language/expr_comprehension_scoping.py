# reference: 6.2.4
# The first iterable is evaluated outside, everything else in a scope of its own; nesting order; names do not leak.
x = "outer"
print([x for x in range(3)], x, {x for x in [1]}, x, {x: x for x in [2]}, x, list(x for x in [3]), x)
print([(a, b) for a in range(3) if a for b in range(a) if b % 2 == 0], [a for a in range(10) if a % 2 if a % 3])
print([[c for c in b] for b in ["ab", "cd"]], [y for x in [[1, 2], [3]] for y in x], [x for x in x], [i for i in range(5) if (j := i * 2) > 4], j)
log = []
def n(v): log.append(v); return v
[n(("elt", i, k)) for i in n(range(2)) for k in n((i,)) if n(("if", i, k))]
print(log)
log.clear()
{n(("k", i)): n(("v", i)) for i in n((1, 2))}
print(log)
class C:
    items = [1, 2]
    n = 3
    a = [i for i in items]
    try: b = [i * n for i in items]
    except TypeError as e: print("TypeError")
    try: c = [k for i in items for k in items]
    except NameError as e: print(e)
    d = [lambda: i for i in items]
print(C.a, [f() for f in C.d])
fs = [lambda i=i: i for i in range(3)], [lambda: i for i in range(3)]
print([f() for f in fs[0]], [f() for f in fs[1]])
def f(p):
    q = 1
    return [p + q + r for r in range(2)], [locals() for _ in (1,)][0].keys() >= {"p"} if 0 else "", sum(p for _ in range(3))
print(f(10))
def leaking():
    [last := i for i in range(3)]
    return last
print(leaking())
try: [i for i in range(2)]; i_not = i
except NameError as e: print(e)
print([x.upper() for x in "ab" if x != "b"], {len(w): w for w in ("a", "bb", "cc")}, {**{k: v for k, v in [(1, 2)]}}, *[z for z in "xy"], [*(w for w in "pq")])
print([i for i, in [(1,), (2,)]], [a for a, (b, *c) in [(1, (2, 3, 4))]], [o.attr for o.attr in (1, 2)] if (o := type("O", (), {})) else 0, o.attr, [d[0] for d[0] in "ab"] if (d := {}) == {} else 0, d)
for src in ("[x := 1 for x in y]", "[(x := 1) for x in y]", "[y for x in (y := z)]", "[(i := 1) for i in x]", "[[(i := 0) for j in x] for i in y]", "class C: [(x := 1) for y in z]", "[x for x in *y]", "[x for x in y, z]", "[x, y for x in z]", "[*x for x in y]", "{**x for x in y}", "{x: y, z for z in w}", "{x: *y for z in w}", "[x if y for x in z]", "[x for x in lambda: y, 1]", "[x for x in (lambda: y)]", "[x for 1 in y]", "[x for f() in y]", "[x for x in y if]", "[for x in y]", "[x for x y]", "[x for x in y else z]", "[await x for x in y]", "[x for x in y for x in z]", "[x for (x) in y]", "[yield for x in y]", "[(yield) for x in y]", "[x async for x in y]", "[x for x in (yield)]", "def f(): [x for x in (yield)]", "[x for x in y := z]", "[x for None in y]", "[x for x.y in z]", "[x for *x in z]", "[x for *x, in z]"):
    try:
        compile(src, "<s>", "exec")
        print(src, "| fine")
    except SyntaxError as e:
        print(src, "|", e.msg, e.offset, e.end_offset)
