# SyntaxErrors: import statements; words and place of each.
# reference: 7.11
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'import',
    'import x.',
    'import x as',
    'import x as y.z',
    'import x as 1',
    'import x y',
    'import x, ',
    'import x from y',
    'import .x',
    'import *',
    'import (x)',
    'import "x"',
    'from',
    'from x',
    'from x import',
    'from x import y,',
    'from x import (y',
    'from x import (y,)',
    'from x import ()',
    'from x import (y z)',
    'from x import y as',
    'from x import y as z.w',
    'from x import y.z',
    'from x import *, y',
    'from x import (*)',
    'from . import x,',
    'from .. x import y',
    'from x import y z',
    'from import x',
    'from x.y. import z',
    'from 1 import x',
    'from x import 1',
    'from x import y as 1',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
