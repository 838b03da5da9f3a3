# SyntaxErrors: if, while and conditional expressions; words and place of each.
# reference: 8.1, 8.2, 6.13
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'if x = 1: pass',
    'if x = y == z: pass',
    'if x := 1 = 2: pass',
    'while x = 1: pass',
    'if x: pass\nelif y = 1: pass',
    'if x',
    'if x\n    y',
    'if:',
    'if x:',
    'if x: pass\nelif',
    'if x: pass\nelif y',
    'if x: pass\nelse',
    'if x: pass\nelse y: pass',
    'if x: pass\nelse: pass\nelif y: pass',
    'elif x: pass',
    'else: pass',
    'while x',
    'while',
    'while x: pass\nelse',
    'except: pass',
    'finally: pass',
    'case 1: pass',
    'x = 1 if 2',
    'x = 1 if 2 else',
    'x = if 2 else 3',
    'x = 1 else 2',
    'x = (1 if 2)',
    'x = [1 if 2]',
    'x = 1 if pass else 2',
    'x = pass if 1 else 2',
    'x = 1 if 2 else pass',
    'x = 1 if 2 else pass + 1',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
