# reference: 6.2.4
# What comprehensions see: outer names, class bodies, the first iterable, conditions, nested ones, exceptions inside.
x = "global"
class C:
    x = "class"; ys = [1, 2]
    first = [y for y in ys]
    try: second = [(x, y) for y in ys]
    except NameError as e: second = str(e)
    try: third = [y for z in ys for y in ys]
    except NameError as e: third = str(e)
    gen = list(x for _ in ys); lam = [lambda: x for _ in ys][0]()
    dct = {y: x for y in ys}; cond = [y for y in ys if x == "global"]
print(C.first, C.second, C.third, C.gen, C.lam, C.dct, C.cond)
def f():
    x = "local"
    r = [x for x in (x, "inner")]
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    return r, x, [g() for g in fs], [g() for g in gs], [(i, j) for i in range(3) for j in range(i)], [[i * j for j in range(3)] for i in range(2)], {i: {j for j in range(i)} for i in range(3)}
print(f())
def cells():
    out = []
    for n in range(2): out.append([lambda: (n, m) for m in range(2)])
    return [g() for row in out for g in row]
print(cells())
def locs(): a = 1; return [sorted(locals()) for b in "x"], sorted(locals())
print(locs())
for src in ("[i for i in 5]", "[1 / 0 for i in [1]]", "[i for i in [1] if 1 / 0]", "{[]: 1 for i in [1]}", "{[] for i in [1]}", "[u for i in [1]]", "list(i for i in 5)", "(i for i in 5)", "(1 / 0 for i in [1])", "[i for i in [1, 2] for j in i]", "[(yield) for i in x]", "{i: 1 for i in x if (yield)}", "[i for i in (yield)]", "[i async for i in x]", "[x := 1 for x in y]", "[i for i, in [(1,)]]", "[i for i.a in x]", "[i for (i, *j) in ['abc']]", "[i for *i in x]", "[i for 1 in x]", "[i, j for i in x]", "[*i for i in x]", "{1: 2, **i for i in x}", "[i for i in x, y]", "[i for i in *x]", "(i for i in x)()", "[i for i in 'ab'][0]", "[i for i in lambda: x]", "[i for i in 'a' if lambda: 1]", "[i for i in 'ab' if i == 'a' if i != 'b']", "[i for i in 'a' for i in 'b']", "[print(i) for i in ()]"):
    try: r = eval(src, {"x": "xy", "y": 1}); print(src, "->", r if not hasattr(r, "send") else "generator")
    except Exception as e: print(src, "!", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
g = (i for i in [1, 2, 3] if i % 2); print(next(g), next(g), next(g, "end"), g.gi_frame)
class Once:
    def __iter__(s): print("iter called"); return iter([1])
g = (i for i in Once()); print("made"); print(list(g), list(g))
i = "outer"; [i for i in range(3)]; print(i); _ = [i := j for j in range(3)]; print(i)
