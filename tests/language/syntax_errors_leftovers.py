# SyntaxErrors: statements cut off and quotes gone wrong; words and place of each.
# reference: 2.1.2, 7.1
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'import a.b.c as d.e',
    'import a as b, c as d.e',
    'from a import b as c, d as e.f',
    'import a as f()',
    'import a as b[0]',
    'import a as None',
    'from a import b as None',
    'from a import b as True',
    'import None',
    'from None import a',
    'import a.None',
    'from a import None',
    'except A: pass',
    'x = 1 +',
    'x = 1 -',
    'x = (1 +',
    'x = [1,',
    'x = {1:',
    'x = "a" +',
    'x = not',
    'x = lambda',
    'x = await',
    'x = yield',
    'x = *',
    'x = **',
    'x = **a',
    'x = *a, *',
    'x = a,',
    'x = a, ,',
    'x = ,',
    'print(a, file=)',
    'print(a, **)',
    'print(*, a)',
    'print((a, b)',
    'print(a, b))',
    'print(a]',
    'print [a',
    'print("a" "b',
    'print(\'a" )',
    'print("a\')',
    'x = "a\' + \'b"',
    "x = 'it's'",
    'x = "a "b" c"',
    'x = "a"b"c"',
    "x = 'don't'",
    'x = """a""""',
    "x = '''a'''\\'",
    'x = "a" "b\' ',
    'x = r"\\"',
    'x = "\\"',
    "x = '\\'",
    'x = ""a""',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
