# SyntaxErrors: try, except and finally; words and place of each.
# reference: 8.4
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'try: pass\nexcept: pass\nexcept A: pass',
    'try: pass\nexcept: pass\nexcept: pass',
    'try: pass\nexcept A: pass\nexcept* B: pass',
    'try: pass\nexcept*: pass',
    'try: pass',
    'try: pass\nexcept A, B: pass',
    'try: pass\nexcept A, B as c: pass',
    'try: pass\nexcept (A, B) as c.d: pass',
    'try: pass\nexcept A as 1: pass',
    'try: pass\nexcept A as',
    'try: pass\nexcept A as:',
    'try: pass\nexcept* A as',
    'try: pass\nexcept A',
    'try: pass\nexcept',
    'try: pass\nexcept*',
    'try: pass\nfinally',
    'try',
    'try: pass\nexcept A.b as (c): pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
