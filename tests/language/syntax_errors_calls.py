# SyntaxErrors: arguments of calls; words and place of each.
# reference: 6.3.4
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'f(x for x in y, 1)',
    'f(1, x for x in y)',
    'f(x for x in y, z for z in w)',
    'f(x for x in y for z in w, 1)',
    'f(**a, *b)',
    'f(**a, b)',
    'f(a=1, b)',
    'f(a=1, *b)',
    'f(a=1, **b, *c)',
    'f(a=1, a=2)',
    'f(a=1, b=2, a=3)',
    'f(1=2)',
    'f(a.b=2)',
    'f(a()=2)',
    'f(None=1)',
    'f(True=1)',
    'f(a, True=1)',
    'f((a)=1)',
    'f(a := 1, b=c := 2)',
    'f(a=)',
    'f(a, b=)',
    'f(a=, b)',
    'f(a=b for b in c)',
    'f(a=b, c=d for d in e)',
    'f(*a=1)',
    'f(**a=1)',
    'f(*)',
    'f(**)',
    'f(a, *, b)',
    'f(a b)',
    'f(a, b c)',
    'f("a" b)',
    'f(a "b")',
    'f(a if b)',
    'f(a for)',
    'f(a for b)',
    'f(a for b in)',
    'f(lambda: 1 for x in y, 2)',
    'class A(x for x in y): pass',
    'class A(x for x in y, 1): pass',
    'class A(a=1, b): pass',
    'class A(a=1, a=2): pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
