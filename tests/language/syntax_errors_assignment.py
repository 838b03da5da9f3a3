# SyntaxErrors: expressions on the left of an equals sign; words and place of each.
# reference: 7.2
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    '1 + 1 = 2',
    'x + 1 = 2',
    'x + 1 += 2',
    'x + 1: int = 2',
    '-x = 1',
    'not x = 1',
    'x and y = 1',
    'x < y = 1',
    'x if y else z = 1',
    'lambda: 1 = 2',
    'lambda x: x = 2',
    '(lambda: 1) = 2',
    '[x for x in y] = 1',
    '{x for x in y} = 1',
    '{x: y for x in z} = 1',
    '(x for x in y) = 1',
    '{} = 1',
    '{1} = 2',
    '{1: 2} = 3',
    '() = 1',
    '[] = 1',
    '(x, 1) = 2',
    '[x, 1] = 2',
    '(x, f()) = 2',
    'x, f(), y = 2',
    'x = f() = 2',
    'x = 1 = y',
    'f() = x = 1',
    'x = y = z = 1 = w',
    '"a" = 1',
    'b"a" = 1',
    'f"a" = 1',
    'f"{a}" = 1',
    '"a" "b" = 1',
    '1.0 = 2',
    '1j = 2',
    '... = 1',
    '`x` = 1',
    'await x = 1',
    'async def f(): await x = 1',
    '(yield) = 1',
    'def f(): (yield) = 1',
    'def f(): yield = 1',
    'def f(): x = yield = 1',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
