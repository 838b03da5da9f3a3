# SyntaxErrors: comprehensions, displays and brackets; words and place of each.
# reference: 6.2.4, 6.2.5, 6.2.6, 6.2.7
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    '[x for 1 in y]',
    '[x for f() in y]',
    '[x for x, 1 in y]',
    '[x for x in 1, 2]',
    '[x, y for x in z]',
    '(x, y for x in z)',
    '{x, y for x in z}',
    '{x: y, z: w for x in y}',
    '[x for x]',
    '[x for x in]',
    '[x for]',
    '[for x in y]',
    '[x if y for y in z]',
    '[x for x in y if]',
    '[*x for x in y]',
    '(*x for x in y)',
    '{*x for x in y}',
    '{**x for x in y}',
    '{x: y for x, y}',
    '{**x: 1}',
    '{x: **y}',
    '{x: *y}',
    '{*x: 1}',
    '{x: 1, *y}',
    '{x, **y}',
    '{x: 1, y}',
    '{x: 1, y, z: 2}',
    '{x: }',
    '{x: , y: 1}',
    '{x: 1, y: }',
    '{x 1}',
    '{: 1}',
    '{1:2, 3:4',
    '{1:2, 3',
    '{a: b: c}',
    '{a := 1: 2}',
    '{(a := 1): 2}',
    '{a := 1}',
    '{a: b := 1}',
    '{a: 1 for x in y, b: 2}',
    '{"a" "b": 1, "c" 2}',
    '[1, 2 3]',
    '[1 2]',
    '(1 2)',
    '(1, 2 3)',
    '{1 2}',
    '[1, 2',
    '(1, 2',
    '[1, 2)',
    '(1, 2]',
    '{1, 2)',
    '{1: [2, (3}',
    ')',
    ']',
    '}',
    '(1))',
    'x = (1, 2]]',
    'x = [\n 1,\n 2\n)\n',
    'x = (\n 1,\n 2\n]\n',
    '(',
    '[',
    '{',
    'x = (1,\ny = 2\n',
    'x = {1: 2,\ny = 2\n',
    'foo(a, b\nx = 1',
    'foo(a, b, c for c in range(5)\n',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
