# SyntaxErrors: strings and characters that are no part of the language; words and place of each.
# reference: 2.4.1
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    '$',
    '?',
    'x $ y',
    'x ? y',
    '!',
    '`x`',
    'x `y',
    '"',
    "'",
    '"""',
    "'''",
    '"abc',
    "'abc",
    '"""abc',
    '"abc\\',
    'f"',
    "f'abc",
    'f"""abc',
    'b"é"',
    "b'abc",
    'rb"é"',
    'u"é" b"a"',
    'b"a" "b"',
    '"a" b"b"',
    'b"a" f"b"',
    'ur"x"',
    'bu"x"',
    'fb"x"',
    'uf"x"',
    'x"y"',
    '"\\x"',
    '"\\x1"',
    '"\\xg"',
    '"\\u123"',
    '"\\U12345678"',
    '"\\U0011"',
    '"\\N"',
    '"\\N{"',
    '"\\N{}"',
    '"\\N{nothing at all}"',
    '"\\N{LATIN SMALL LETTER A"',
    'b"\\x"',
    'b"\\x1"',
    'b"\\xg1"',
    '"\\777"',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
