# SyntaxErrors: assignment expressions; words and place of each.
# reference: 6.12
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'x := 1',
    '(x := 1) = 2',
    '(x := y := 1)',
    '(x.y := 1)',
    '(x[0] := 1)',
    '(f() := 1)',
    '((x) := 1)',
    '((x, y) := 1)',
    '(x, y := 1, 2)',
    '(1 := 2)',
    '(None := 1)',
    '(True := 1)',
    '([x] := 1)',
    '(x + 1 := 2)',
    '(lambda: 1 := 2)',
    '(x := )',
    '( := 1)',
    'x = y := 1',
    'x = (y := 1) = 2',
    'x[y := 1]',
    'x[y:=1, z]',
    'x[a:b:=1]',
    'x[(a:=1):b]',
    'f(x := 1 for y in z)',
    'f(x:=1, *y)',
    'lambda x := 1: x',
    'lambda: x := 1',
    'def f(x := 1): pass',
    'assert x := 1',
    'assert x, y := 1',
    'assert x = 1',
    'assert (x = 1)',
    'assert x, y = 1',
    'del x := 1',
    'return x := 1',
    'raise x := 1',
    'raise',
    'raise x from',
    'raise from x',
    'raise x, y',
    'raise x from y from z',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
