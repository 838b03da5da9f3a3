# SyntaxErrors: None, True, False and __debug__ as targets; words and place of each.
# reference: 2.3.1, 7.2
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'None = 1',
    'True = 1',
    'False += 1',
    '__debug__ = 1',
    '__debug__: int = 1',
    '__debug__ += 1',
    'del __debug__',
    'def __debug__(): pass',
    'class __debug__: pass',
    'def f(__debug__): pass',
    'def f(*__debug__): pass',
    'def f(**__debug__): pass',
    'def f(*, __debug__): pass',
    'def f(__debug__, /): pass',
    'lambda __debug__: 1',
    'import __debug__',
    'import x as __debug__',
    'from x import __debug__',
    'from x import y as __debug__',
    'import __debug__.x',
    'for __debug__ in x: pass',
    'with x as __debug__: pass',
    '[x for __debug__ in y]',
    '(__debug__ := 1)',
    'x.__debug__ = 1',
    'x.__debug__',
    'del x.__debug__',
    'f(__debug__=1)',
    'global __debug__',
    'nonlocal __debug__',
    'try: pass\nexcept A as __debug__: pass',
    'match x:\n case __debug__: pass',
    'match x:\n case {**__debug__}: pass',
    'match x:\n case A(__debug__=1): pass',
    'match x:\n case [*__debug__]: pass',
    'match x:\n case 1 as __debug__: pass',
    'type __debug__ = 1',
    'type X[__debug__] = 1',
    'def f[__debug__](): pass',
    'class A[__debug__]: pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
