# SyntaxErrors: indentation; words and place of each.
# reference: 2.1.8
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    ' x = 1',
    '  x = 1',
    'x = 1\n  y = 2',
    'if x:\n  y\n z',
    'if x:\n  y\n   z',
    'if x:\ny',
    'if x:\n\n\ny',
    'if x:\n  # comment\ny',
    'if x:\n\\ty\n        z',
    'if x:\n        y\n\\tz',
    'def f():\nx',
    'class A:\nx',
    'while x:\ny',
    'for x in y:\nz',
    'with x:\ny',
    'with (x as y):\nz',
    'try:\nx',
    'try: x\nexcept:\ny',
    'try: x\nexcept A:\ny',
    'try: x\nexcept* A:\ny',
    'try: x\nfinally:\ny',
    'try: x\nexcept A: y\nelse:\nz',
    'if x: y\nelse:\nz',
    'if x: y\nelif z:\nw',
    'for x in y: z\nelse:\nw',
    'while x: y\nelse:\nw',
    'match x:\ncase 1: y',
    'match x:\n case 1:\n y',
    'match x:\n case 1:\ny',
    'async def f():\nx',
    'async def f():\n async for x in y:\n z',
    'async def f():\n async with x:\n z',
    '@x\ndef f():\ny',
    'def f(a,\n b):\nx',
    'class A(B):\nx',
    'if x:\n  if y:\n  z',
    'if x: y: z',
    'if x: if y: z',
    'if x: def f(): pass',
    'x = 1; if y: z',
    'x = 1; def f(): pass',
    'pass; else: pass',
    'for x in y: for z in w: pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
