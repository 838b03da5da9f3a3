# reference: 6.3.4
# How arguments meet parameters: positional-only, defaults, keyword-only, stars in every order.
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6), f(1, d=1, a=2, b=3), f(*(1, 2), 3, *[4], d=1, **{"z": 2}), f(1, c=9, d=1), f(*"ab", d=0, *"cd") if 0 else f(*"ab", *"cd", d=0), f(1, d=1, **{"e": 2}, **{"q": 3}))
def g(*, a): return a
def h(*a, b=0): return a, b
def k(**kw): return kw
def p(a, /): return a
def n(): return "none"
print(g(a=1), h(1, 2, b=3), k(**{"a b": 1, "": 2}), p(1), n(*[], **{}), h(*[1], *(), b=2), k(self=1, cls=2), (lambda *a, k=1, **z: (a, k, z))(1, k=2, y=3))
for src in ("f()", "f(1)", "f(d=1)", "f(a=1, d=1)", "f(1, 2, 3, c=3, d=1)", "f(1, d=1, d=2)" if 0 else "f(1, d=1, **{'d': 2})", "g(1)", "g()", "g(a=1, b=2)", "g(1, a=1)", "h(a=1)", "p()", "p(a=1)", "p(1, 2)", "p(1, a=2)", "n(1)", "n(x=1)", "n(*[1, 2])", "k(1)", "k(1, 2, a=3)", "(lambda a, b: 0)(1)", "(lambda a, b, c: 0)()", "(lambda a, b, c, d: 0)(1)", "(lambda *, a, b: 0)()", "(lambda *, a, b, c: 0)()", "(lambda a, *, b: 0)(1, 2)", "(lambda a=1, *, b: 0)(1, 2, b=1)", "(lambda a, b=1: 0)(1, 2, 3)", "(lambda a, /, b: 0)(a=1, b=2)", "(lambda a, b, /: 0)(a=1, b=2)", "(lambda a, b, /, **k: k)(1, 2, a=3)", "k(**{1: 2})", "k(**5)", "n(*5)", "n(**{'x': 1})", "f(1, 2, 3, 4)", "g(**{'a': 1, 'z': 2})", "len(*[[]], **{})", "len(**{'obj': []})", "int('5', base=7, foo=1)", "print(1, sepp='')", "int(x=1)", "[].sort(1)", "'a'.split(maxsplit=1, x=2)", "isinstance(1)", "dict.fromkeys()", "abs()", "abs(1, 2)", "abs(x=1)"):
    try:
        print(src, "->", eval(src))
    except TypeError as e:
        print(src, "|", e)
