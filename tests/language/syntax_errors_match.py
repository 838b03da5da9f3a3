# SyntaxErrors: match statements and patterns; words and place of each.
# reference: 8.6
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'match x:\n case a: pass\n case b: pass',
    'match x:\n case _: pass\n case 1: pass',
    'match x:\n case a | b: pass',
    'match x:\n case a | 1: pass',
    'match x:\n case _ | 1: pass',
    'match x:\n case (a | 1) | 2: pass',
    'match x:\n case [a, a]: pass',
    'match x:\n case {"a": x, **x}: pass',
    'match x:\n case A(a, b=a): pass',
    'match x:\n case A(b=1, b=2): pass',
    'match x:\n case A(b=1, c): pass',
    'match x:\n case {"a": 1, "a": 2}: pass',
    'match x:\n case {1: 1, 1.0: 2, True: 3}: pass',
    'match x:\n case {a: 1}: pass',
    'match x:\n case {**a, "b": 1}: pass',
    'match x:\n case {**_}: pass',
    'match x:\n case {**a, **b}: pass',
    'match x:\n case [*a, *b]: pass',
    'match x:\n case *a: pass',
    'match x:\n case (1 as _): pass',
    'match x:\n case 1 as a.b: pass',
    'match x:\n case 1 as f(): pass',
    'match x:\n case 1 as 2: pass',
    'match x:\n case 1 as: pass',
    'match x:\n case a as b: pass',
    'match x:\n case [a] | [b]: pass',
    'match x:\n case [a] | [a, b]: pass',
    'match x:\n case (1 as a) | 2: pass',
    'match x:\n case 1 + 2: pass',
    'match x:\n case 1j + 2: pass',
    'match x:\n case 1 + 2j: pass',
    'match x:\n case -a: pass',
    'match x:\n case +1: pass',
    'match x:\n case ~1: pass',
    'match x:\n case a.b(c).d: pass',
    'match x:\n case f"a": pass',
    'match x:\n case f"{a}": pass',
    'match x:\n case "a" f"b": pass',
    'match x:\n case {f"a": 1}: pass',
    'match x:\n case A(f"a"): pass',
    'match x:\n case [f"a", b]: pass',
    'match x:\n case f"a" | b: pass',
    'match x:\n case -f"a": pass',
    'match x:\n case "a" + 1j: pass',
    'match x:\n case 1 if y := 2: pass',
    'match x:\n case: pass',
    'match x:\n case 1',
    'match x:\n case 1:',
    'match x:',
    'match x',
    'match x:\ncase 1: pass',
    'match x:\n pass',
    'match x, y:\n case 1, 2: pass\n case',
    'match (x',
    'match x:\n case a() | b(): pass\n case a(,): pass',
    'match x:\n case a(b, *c): pass',
    'match x:\n case a(**c): pass',
    'match x:\n case {*a}: pass',
    'match x:\n case {-1: a, 1+1j: b, None: c, a.b: d, "x" "y": e, -2.5: f}: pass',
    'match x:\n case {a.b: 1, a.b: 2}: pass',
    'match *a, b:\n case 1: pass',
    'match *a:\n case 1: pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
