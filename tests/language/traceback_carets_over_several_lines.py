# reference: 4.3
# Marks under expressions that go over several lines: the first line only, comments and brackets.
import sys
def f(*args, **kw): raise ValueError(len(args))
def one():
    return f(1,
             2,
             3)
def two():
    x = (1 +
         2 +
         "x")
    return x
def three():
    return [
        1,
        f(  # a comment (
            5
        ),
    ]
def four():
    return (f
            (1)
            .x)
def five():
    value = {"a": 1,
             "b": [][
                 0]}
    return value
def six():
    return ("text"
            "more" %
            5)
def seven():
    raise KeyError(
        "a"
        "b")
def eight():
    f(1)(2)(
        3); pass
def nine():
    return f(lambda: (
        1), *[
        2]) + 1
def ten(): return 1; f(1)
def eleven():
    with open(
        5.5
    ) as g: pass
def twelve():
    assert (
        1 ==
        2), (
        "no")
def thirteen():
    a = b = None
    a.x.y = \
        b.c \
        .d
def fourteen():
    return not \
        f(1)
for g in (one, two, three, four, five, six, seven, eight, nine, eleven, twelve, thirteen, fourteen):
    try: g()
    except Exception as e: sys.__excepthook__(type(e), e, e.__traceback__.tb_next)
