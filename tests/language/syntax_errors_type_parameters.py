# SyntaxErrors: type parameters and annotations: what their expressions cannot hold; words and place of each.
# reference: 8.10, 7.14
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'type X = (yield 1)',
    'type X = (y := 1)',
    'type X = await y',
    'type X[T: (yield 1)] = 1',
    'type X[T: (y := 1)] = 1',
    'type X[T: await y] = 1',
    'type X[T, T] = 1',
    'def f[T, T](): pass',
    'class A[T, *T]: pass',
    'class A[**T, T]: pass',
    'def f[T: (yield 1)](): pass',
    'def f[T: (x := 1)](): pass',
    'def f[T](x: (yield 1)): pass',
    'def f[T](x: (y := 1)): pass',
    'def f[T](x) -> (y := 1): pass',
    'class A[T]((y := 1)): pass',
    'class A[T]((yield 1)): pass',
    'class A[T](x=(yield)): pass',
    'class A[T]: nonlocal T',
    'def f[T](): nonlocal T',
    'def f[T](): global T',
    'class A[T]: global T',
    'def f[T=1](): pass',
    'def f[](): pass',
    'class A[]: pass',
    'type X[] = 1',
    'type X[T: int = 3] = 1',
    'type X = ',
    'type X[*T: int] = 1',
    'type X[**T: int] = 1',
    'def f[*T: int](): pass',
    'def f(x: (yield 1)): pass',
    'def f(x: (y := 1)): pass',
    'def f() -> (yield 1): pass',
    'def f() -> (await x): pass',
    'from __future__ import annotations\ndef f(x: (yield 1)): pass',
    'from __future__ import annotations\ndef f(x: (y := 1)): pass',
    'from __future__ import annotations\ndef f(x: await y): pass',
    'from __future__ import annotations\nx: (yield 1)',
    'from __future__ import annotations\nx: (y := 1)',
    'from __future__ import annotations\nx: (await y)',
    'from __future__ import annotations\ndef f(): x: (yield 1)',
    'x: (yield 1)',
    'x: (y := 1)',
    'def f(): x: (yield)',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
