# reference: 6.15
# Commas make tuples in return, yield, assignment, for, subscripts; stars in each; where they may not stand.
def r(): return 1, *[2, 3], *"a"
def y():
    yield 1, *[2]
    yield *[3],
    x = yield *(), 4
print(r(), list(y()))
x = *range(3), *[9]
a = *[1],
b = 1, 2,
c = (*"ab", *(), {**{}})
print(x, a, b, c, [*x, *x], {*x, *a}, *x, sep=" ")
for i in 1, *[2, 3], 4: print(i, end=" ")
for i, *j in [(1, 2, 3), "ab"]: print(i, j, end=" ")
print()
def f(*a, **k): return a, k
print(f(*[1], 2, *[3], **{"a": 1}, b=2, **{"c": 3}), f(*(), **{}), f(*"ab", *b""), f(*{"k": 1}), f(*(i for i in range(2))))
class G:
    def __getitem__(s, k): return k
print(G()[*[1, 2]], G()[*[1, 2], 3], G()[1:2, *[3]])
z = [*[*[*[1]]]], (*(*(1,),),)
print(z)
for src in ("*x", "*x,", "x = *y", "x = *y,", "(*x)", "(*x,)", "[*x]", "{*x}", "{**x}", "{*x: 1}", "{1: *x}", "{**x, *y}", "{*x, **y}", "print(*x, **y)", "print(**x, *y)", "print(**x, y)", "print(x=1, y)", "print(x=1, *y)", "print(*x=1)", "return *x", "def f(): return *x", "def f(): return *x, y", "def f(): yield *x", "def f(): yield *x,", "del *x", "del *x,", "del (*x)", "for *x in y: pass", "for *x, in y: pass", "for x in *y: pass", "for x in *y, z: pass", "*x = y", "*x, = y", "*x, *y = z", "[*x] = y", "[*x, *y] = z", "x, *y.z, *w = v", "**x = y", "x = **y", "**x", "if *x: pass", "if *x, y: pass", "while *x: pass", "x[*y]", "x[*y:1]", "x[*y] = 1", "x[**y]", "*x += 1", "x += *y", "x += *y,", "x: int = *y", "x: int = *y,", "x: *y = 1", "assert *x", "raise *x", "lambda: *x", "(lambda: *x,)", "[*x for x in y]", "{*x for x in y}", "{**x for x in y}", "(*x for x in y)", "f(*x for x in y)", "f(**x for x in y)", "*x if 1 else y,", "*(x if 1 else y),", "*x or y,", "*not x,", "* x,", "**{}", "f(*)", "f(**)", "f(*, x)", "[*]", "print(*)", "* = 1", "a, b += 1", "(a, b) += 1", "[a] += 1", "a, b: int", "(a, b): int = 1", "(a): int = 1", "with *x: pass", "import *", "f(* *x)", "***x", "x = * * y,"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
