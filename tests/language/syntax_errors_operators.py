# SyntaxErrors: operators without operands, annotations; words and place of each.
# reference: 6.6, 7.2.2
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'not',
    'not not',
    'x and',
    'x or',
    'and x',
    'x and and y',
    'x if y else z if',
    '~',
    '-',
    '+',
    'lambda x: ',
    'x, y = ',
    'x, = ',
    ', x',
    'x,, y',
    'x; ; y',
    ';',
    'x;;',
    ':',
    'x:',
    'x::y',
    'x: int: str',
    'x: int = 1 = 2',
    'x: int += 1',
    'x: *y',
    'x: *y, z',
    'x: = 1',
    'x: int =',
    'x: int = *a',
    'x: int = *a, b',
    'x: int = yield',
    'x.y: int',
    'x[0]: int',
    'x(): int',
    '(x): int',
    '((x)): int = 1',
    '(x, y): int = 1',
    'x = y: int',
    '"x": int',
    '1: int',
    'None: int',
    'lambda: 1: int',
    'if x: y: int = z: w',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
