# reference: 4.3
# tb_lineno and the frames' names when a statement, call, decorator, default or comprehension spans lines.
import sys, traceback
def lines(f):
    try: f()
    except Exception as e:
        base = f.__code__.co_firstlineno
        print(f.__name__, [(fr.name, fr.lineno - base, fr.end_lineno - base, fr.colno, fr.end_colno) for fr in traceback.extract_tb(e.__traceback__)[1:]], type(e).__name__)
def boom(*a, **k): raise ValueError("boom")
def call_args():
    print(1,
          boom(
              2),
          3)
def operand():
    return (1 +
            2 *
            (3 /
             0))
def attribute():
    x = None
    return (x
            .a
            .b)
def subscript():
    return [1,
            2][
                5]
def chain():
    return boom.__class__.__name__.upper(
        ).missing(
        1)
def comp():
    return [y
            for y in range(3)
            if 1 //
            (y - 1)]
def gen():
    return list(1 / z
                for z in (1,
                          0))
def decorated():
    @boom
    @staticmethod
    def f(): pass
def default():
    def f(a=1,
          b=boom()): pass
def klass():
    class C(
            object):
        x = 1
        y = x / 0
def with_stmt():
    with open as \
            f: pass
def for_stmt():
    for a, b in [(1,
                  2), 3]:
        pass
def unpack():
    (a,
     b) = 1, \
        2, 3
def assign():
    d = ()
    d[
        0
    ] = 1
def delete():
    d = {}
    del d[
        "k"]
def compare():
    return (1 < 2 <
            "a" <
            3)
def fstr():
    return f"""
    {1}
    {1 / 0:>4}
    """
def raise_from():
    raise KeyError(
        "k"
    ) from boom(
    )
def assertion():
    assert (1 ==
            2), (
        "message")
def lam():
    return (lambda
            a: a /
            0)(1)
def imports():
    from math import (
        pi,
        nothing)
def star():
    return [*range(2),
            *None]
def kwargs():
    return boom(**{"a": 1},
                **{"a": 2})
def aug():
    x = 1
    x += \
        "s"
def await_():
    async def c():
        await (
            boom())
    c().send(None)
def name():
    return (sys,
            undefined_thing)
def matching():
    match 1:
        case 2: pass
        case y if (y /
                   0): pass
def cond():
    return (1 if
            boom() else
            2)
def ret():
    try: return 1
    finally:
        boom(
        )
for f in (call_args, operand, attribute, subscript, chain, comp, gen, decorated, default, klass, with_stmt, for_stmt, unpack, assign, delete, compare, fstr, raise_from, assertion, lam, imports, star, kwargs, aug, await_, name, matching, cond, ret): lines(f)
