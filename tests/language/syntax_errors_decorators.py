# SyntaxErrors: decorators; words and place of each.
# reference: 8.7
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    '@',
    '@x',
    '@x\n',
    '@x\ny = 1',
    '@x y\ndef f(): pass',
    '@x = 1\ndef f(): pass',
    '@\ndef f(): pass',
    '@x\nasync y',
    '@x\nif y: pass',
    '@(x := 1)\ndef f(): pass',
    '@x, y\ndef f(): pass',
    '@*x\ndef f(): pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
