# reference: 6.2.4, 4.2.2
# Comprehensions inside comprehensions, lambdas and classes: what each one sees, and what leaks.
x = "global"
def f(n):
    y = "local"
    return [[(i, j, y) for j in range(i)] for i in range(n)], {i: {j for j in range(i)} for i in range(n)}, [k for k in (k for k in range(n))]
print(f(3))
class C:
    x = "class"; items = [1, 2]
    first = [i for i in items]
    seen = [x for _ in "a"]
    outer = [x for x in [x]]
    nested = [[x for _ in "a"] for _ in items]
    cond = (lambda: [x for i in "ab" if i])()
    pair = [(i, j) for i in items for j in "ab"]
    try: second = [i for _ in "a" for i in items]
    except NameError as e: print(type(e).__name__, e)
    try: lam = [lambda: items for _ in "a"][0]()
    except NameError as e: print(type(e).__name__, e)
    name = [__class__ for _ in ()]
print(C.first, C.seen, C.outer, C.nested, C.cond, C.pair, hasattr(C, "i"))
def g():
    fs = [lambda: i for i in range(3)]
    hs = [(lambda: (i, j)) for i in range(2) for j in range(2)]
    i = "mine"
    return [h() for h in fs], [h() for h in hs], i
print(g())
def shadow(i):
    a = [i for i in range(3)]
    return a, i, [i := 7 for _ in "a"] if 0 else None, locals().keys() - {"a"} == {"i"}
print(shadow("param"))
def walrus():
    r = [last := n for n in range(4)]
    any((hit := n) > 1 for n in range(9))
    [[deep := (a, b) for a in "p"] for b in "q"]
    return r, last, hit, deep, sorted(locals())
print(walrus())
def cells():
    v = 1
    inner = [lambda: v + k for k in (10, 20)]
    v = 2
    [v for v in (99,)]
    return [h() for h in inner], v, [h.__code__.co_freevars for h in inner]
print(cells())
try: print(i)
except NameError as e: print(e)
exec("print([q for q in [1]], 'q' in globals()); r = [[a for a in [b]] for b in 'xy']; print(r, [n for n in 'abr' if n in globals()])", {"__builtins__": __builtins__})
def unbound():
    [late for late2 in [1]]
    late = 1
try: unbound()
except NameError as e: print(type(e).__name__, e)
def first_outside():
    return [z for z in z]
try: first_outside()
except NameError as e: print(type(e).__name__, e)
