# SyntaxErrors: keywords in the wrong place; words and place of each.
# reference: 2.3.1, 7.3, 7.8, 7.12
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'global',
    'global x,',
    'global x.y',
    'global 1',
    'global x = 1',
    'nonlocal x y',
    'pass 1',
    'pass pass',
    'break 1',
    'continue 1',
    'return 1 2',
    'return *a',
    'return *a, b',
    'return yield',
    'yield = 1',
    'yield from',
    'yield from *a',
    'yield *a',
    'yield *a, b',
    'async x',
    'async',
    'async lambda: 1',
    'async def',
    'async for x in y',
    'async with x',
    'async while x: pass',
    'await',
    'await await x',
    'async def f(): await',
    'async def f(): await = 1',
    'async def f(): await x y',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
