# SyntaxErrors: what cannot be assigned to, deleted or annotated; words and place of each.
# reference: 7.2, 7.5
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'a, b: int',
    '(a, b): int',
    '[a]: int',
    'a.b: int = 1',
    '(a): int = 1',
    'f(): int',
    'x: int, y: int',
    '*a, *b = c',
    '*a, b, *c = d',
    '[*a, *b] = c',
    '*a = 1',
    '*a',
    'x = *a',
    'print(*a, *b)',
    '(*a)',
    '(*a, b) = 1',
    'del *a',
    'del (*a, b)',
    'del f()',
    'del 1',
    'del a + b',
    'del (a, 1)',
    'del [a, f()]',
    'del {}',
    'del x for',
    'del None',
    'del True, False',
    'del ...',
    'del (x := 1)',
    'del a if b else c',
    'del "s"',
    'del f"s"',
    'del -x',
    'del not x',
    'del [x for x in y]',
    'del lambda: 1',
    'del x, y, 1,',
    'f() = 1',
    'f() += 1',
    'f(): int = 1',
    '1 = x',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
