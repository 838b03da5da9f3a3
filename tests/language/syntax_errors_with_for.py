# SyntaxErrors: with and for statements; words and place of each.
# reference: 8.5, 8.3
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'with a as 1: pass',
    'with a as f(): pass',
    'with a as (b, f()): pass',
    'with a as b + c: pass',
    'with a as b, c as 1: pass',
    'with (a as b, c as 1): pass',
    'with (a as b, c): pass',
    'with (a, b as c + 1): pass',
    'with a as None: pass',
    'with a as {}: pass',
    'with a',
    'with a as b',
    'with',
    'with (a, b)',
    'with (a as b',
    'with a, : pass',
    'with a as *b: pass',
    'with (a as b) as c: pass',
    'with (a := 1 as b): pass',
    'with (yield a) as b: pass',
    'with a as b: int: pass',
    'async with a as 1: pass',
    'for 1 in x: pass',
    'for f() in x: pass',
    'for a, 1 in x: pass',
    'for (a, f()) in x: pass',
    'for a + b in x: pass',
    'for a in b in c: pass',
    'for a, in b, : pass',
    'for *a in b: pass',
    'for *a, *b in c: pass',
    'for None in x: pass',
    'for a',
    'for a in',
    'for a in b',
    'for',
    'for in x: pass',
    'for a b in c: pass',
    'for a of b: pass',
    'for (a in b): pass',
    'for x in *a, b: pass',
    'for x in *a: pass',
    'for x, y := 1 in z: pass',
    'for x if y in z: pass',
    'for (x if y else z) in w: pass',
    'for x.y, z[0] in w: pass',
    'for lambda: 1 in w: pass',
    'for x in lambda: y: pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
