# SyntaxErrors: numbers; words and place of each.
# reference: 2.4.4
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    '0777',
    '00',
    '007',
    '0_7',
    '1__0',
    '1_',
    '0x',
    '0xg',
    '0x_',
    '0x1_',
    '0b2',
    '0b',
    '0b1_',
    '0b12',
    '0o8',
    '0o',
    '0o18',
    '0o1_',
    '1e',
    '1e+',
    '1e_1',
    '1_e1',
    '1.e',
    '1._5',
    '1.5_',
    '1.5j_',
    '1jj',
    '1a',
    '1if x else y',
    '1or x',
    '1and x',
    '1in x',
    '1is x',
    '1not in x',
    '1for x in y',
    '0x1for x in y',
    '0b1and 2',
    '0o7or 1',
    '1.5if x else y',
    '1jif x else y',
    '1_000if x else y',
    '1e5if x else y',
    '1else',
    '1L',
    '0xfL',
    '012L',
    '1.2.3',
    '1..2',
    '1.real',
    '1 .real',
    '9" ',
    '99999999999999999999999999',
    '0x1.5',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
