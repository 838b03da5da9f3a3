# SyntaxErrors: future statements; words and place of each.
# reference: 7.11.1
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'x = 1\nfrom __future__ import annotations',
    'from __future__ import braces',
    'from __future__ import nothing',
    'from __future__ import annotations, nothing',
    'from __future__ import *',
    'from __future__ import (annotations as x, division as y)',
    '"""doc"""\n"""doc2"""\nfrom __future__ import annotations',
    'def f(): from __future__ import annotations',
    'from __future__ import barry_as_FLUFL\n1 <> 2',
    'from __future__ import barry_as_FLUFL\n1 != 2',
    '1 <> 2',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
