# reference: 6.12
# := gives a value and binds a name of the enclosing function; where it needs parentheses; where it may not stand.
print((x := 1), (y := x + 1), [z := 3, z ** 2], {w := 4}, (a := b := 5) if 0 else (a := (b := 5)), x, y, z, w, a, b)
if (n := len("abc")) > 2: print(n)
while (k := (k if "k" in globals() else 3) - 1) > 0: print("k", k)
print([last := i for i in range(3)], last, any((hit := v) > 1 for v in [1, 2, 3]), hit, {(q := 1): (r := 2)}, q, r, f"{(s := 6)}", f"{s:=+3}", s)
def f(p=(d := 7)): return (local := p + 1), "local" in locals()
print(f(), d)
print((lambda: (inner := 1) + inner)(), "inner" in globals())
class C:
    attr = (field := 5) + 1
    print(field)
print(C.field, C.attr)
def g():
    global glob
    [glob := i for i in range(2)]
    def h():
        nonlocal_ = 1
        def k():
            nonlocal nonlocal_
            return (nonlocal_ := 2)
        k()
        return nonlocal_
    return h()
print(g(), glob)
print((t := 1, 2), t, (u := (1, 2)), f((v := 3)), f(p := 4) if 0 else "", x if (x := 0) else x, (m := not 1), (o := lambda: 1)(), (aa := 1) + (bb := 2), aa, bb, [1, 2, 3][(ii := 1)], [1, 2, 3][jj := 2], jj, {1: (kk := 2)})
for src in ("x := 1", "(x := 1)", "x = y := 1", "x = (y := 1)", "f(x := 1)", "f(x=y := 1)", "f(x=(y := 1))", "f(x := 1 for i in y)", "def f(x: y := 1): pass", "def f(x=y := 1): pass", "lambda: x := 1", "(lambda: x := 1)", "lambda: (x := 1)", "(x.y := 1)", "(x[0] := 1)", "(1 := 2)", "((x) := 1)", "((x, y) := 1)", "(*x := 1)", "[x := 1, 2]", "x[y := 1]", "x[y := 1, 2]", "x[y := 1:2]", "x[(y := 1):2]", "{x := 1: 2}", "{1: x := 2}", "{(x := 1): 2}", "{x := 1}", "(x := 1,)", "(x := *a)", "assert x := 1", "assert (x := 1)", "del (x := 1)", "return x := 1", "with (x := 1): pass", "with x := 1: pass", "with (x := 1) as y: pass", "if x := 1: pass", "while x := 0: pass", "for x := 1 in y: pass", "for x in y := z: pass", "for (x := 1) in y: pass", "raise x := 1", "@x := 1\ndef f(): pass", "@(x := 1)\ndef f(): pass", "f'{x:=1}'", "(x := yield)", "def f(): (x := yield)", "(None := 1)", "(x :=)", "(x ::= 1)", "(x: int := 1)", "not x := 1", "x and y := 1", "x if y := 1 else z", "[i for i in x if y := i]", "[y := i for i in x]", "print(x := 1, y := 2)", "(x := 1) = 2", "(x := 1) += 2", "import x := 1", "lambda x=(y := 1): 0", "lambda x := 1: 0"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.offset, e.end_offset)
