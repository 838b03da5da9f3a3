# SyntaxErrors: characters outside of ASCII; words and place of each.
# reference: 2.3, 2.1.5
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'é1',
    '1é',
    '1€',
    '€',
    'x€',
    'x = “a”',
    'x = ‘a’',
    'x = a – b',
    'x = 1\xa0+ 2',
    'x\u200b = 1',
    'x = 1\u3000',
    '\ufeffx = 1',
    'x = ;',
    'x²',
    '²',
    '\\',
    '\\ x',
    'x \\ y',
    'x = \\',
    'x = \\\n',
    'x = 1 + \\\n',
    'x = 1 + \\\n\n',
    '\\\n\n',
    '\\\nx y',
    '"abc\\\ndef" x',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
