# SyntaxErrors: what global, nonlocal, parameters, return, yield, await and break may stand in; words and place of each.
# reference: 7.12, 7.13, 7.4, 7.6, 7.9
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'global x; x = 1; global x',
    'def f(a): global a',
    'def f(a): nonlocal a',
    'def f(): x = 1; global x',
    'def f(): print(x); global x',
    'def f(): x: int; global x',
    'def f(): x: int = 1; global x',
    'def f(): nonlocal x',
    'def f(): x = 1; nonlocal x',
    'def f(): print(x); nonlocal x',
    'nonlocal x',
    'def f(a, a): pass',
    'lambda a, a: 1',
    'lambda a, *a: 1',
    'def f(a, *, a): pass',
    'def f(a, **a): pass',
    'def f(): from x import *',
    'class A: from x import *',
    'def f(): return; yield',
    'class A: yield 1',
    'class A: return 1',
    'yield 1',
    'return',
    'return 1',
    'await x',
    'async for i in x: pass',
    'async with x: pass',
    '[x async for x in y]',
    'def f(): await x',
    'def f(): [x async for x in y]',
    'def f(): (x async for x in y)',
    'def f(): {x async for x in y}',
    'def f(): {x: 1 async for x in y}',
    'def f(): [await x for x in y]',
    'class A: await x',
    'lambda: await x',
    'async def f(): return 1; yield',
    'async def f(): yield from x',
    'async def f(): yield 1; return 1',
    'async def f(): lambda: await x',
    '[(yield 1) for x in y]',
    '[(yield from 1) for x in y]',
    '((yield 1) for x in y)',
    '{(yield 1) for x in y}',
    '{(yield 1): 2 for x in y}',
    '[x for x in (yield 1)]',
    'def f(): [x for x in (yield 1)]',
    'def f(): [x for x in y for z in (yield 1)]',
    '[x := 1 for x in y]',
    '[x := 1 for y in z for x in z]',
    '[y for y in (x := 1)]',
    '[y for y in [x := 1 for z in z]]',
    '[i for i in range(5) if (j := 0) for j in range(5)]',
    '[[(j := 0) for i in range(5)] for j in range(5)]',
    'class A: [x := 1 for y in z]',
    'class A: [lambda: (x := 1) for y in z]',
    '(lambda: [x := 1 for y in (z := 1)])',
    'def f(): [x := 1 for y in z]; nonlocal x',
    'break',
    'continue',
    'if x: break',
    'def f(): break',
    'class A: continue',
    'while x: (lambda: 1); break',
    'for x in y: pass\nelse: break',
    'while 1:\n  def f(): break',
    'while 1:\n  class A: continue',
    'try: pass\nexcept* A: break',
    'for x in y:\n try: pass\n except* A: break',
    'for x in y:\n try: pass\n except* A: continue',
    'def f():\n try: pass\n except* A: return',
    'def f():\n try: pass\n except* A: return 1',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
