# SyntaxErrors: parameters of functions and lambdas; words and place of each.
# reference: 8.7, 6.14
def show(source, mode="exec"):
    try:
        compile(source, "<example>", mode)
        print("ok", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, (e.lineno, e.offset, e.end_lineno, e.end_offset), e.msg, "|", repr(source))


for source in (
    'def f(a=1, b): pass',
    'def f(a, (b, c)): pass',
    'def f(a, (b)): pass',
    'def f(a, b=1, c, d=2): pass',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(*,): pass',
    'def f(*, a, *): pass',
    'def f(*, a, *b): pass',
    'def f(*a, *b): pass',
    'def f(**k, a): pass',
    'def f(**k, *a): pass',
    'def f(**k, **j): pass',
    'def f(**k, /): pass',
    'def f(**k=1): pass',
    'def f(*a=1): pass',
    'def f(/): pass',
    'def f(/, a): pass',
    'def f(a, /, b, /): pass',
    'def f(*, a, /): pass',
    'def f(*a, /): pass',
    'def f(a, *, /): pass',
    'def f(a=1, /, b): pass',
    'def f(a,,b): pass',
    'def f(a=): pass',
    'def f(a=, b): pass',
    'def f(a:): pass',
    'def f(1): pass',
    'def f("a"): pass',
    'def f(None): pass',
    'def f(a, True): pass',
    'def f(a.b): pass',
    'def f(a): int: pass',
    'def f(*a: *b): pass',
    'def f(a: *b): pass',
    'def f(**a: *b): pass',
    'def f() -> : pass',
    'def f( : pass',
    'def f(): ',
    'def f()',
    'def f',
    'def',
    'def 1(): pass',
    'def f[T: int, T2](a): return',
    'lambda a=1, b: 1',
    'lambda (a, b): 1',
    'lambda *: 1',
    'lambda *, **k: 1',
    'lambda **k, a: 1',
    'lambda /: 1',
    'lambda a, /, b, /: 1',
    'lambda *a, /: 1',
    'lambda a=: 1',
    'lambda a: (yield)',
    'lambda a: int: 1',
    'lambda *a=1: 1',
    'lambda **k=1: 1',
    'lambda',
    'lambda:',
    'lambda a',
    'lambda *a, *b: 1',
    'lambda 1: 1',
    'class A: x = 1; nonlocal x',
    'class A',
    'class',
    'class A(: pass',
    'class 1: pass',
    'class A.b: pass',
    'class A(a: pass',
):
    show(source)
    if ": " in source or "\n" in source:
        show("async def ƒ():\n    " + source.replace("\n", "\n    ") + "\n")
    else:
        show("'é€'; " + source + "\n")
