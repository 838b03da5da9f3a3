# reference: 3.2.13.3
# A traceback is a chain from the catching frame to the raising one; it can be made, cut and joined.
import sys
def a(): b()
def b(): c()
def c(): raise ValueError("deep")
def names(tb):
    out = []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out
try:
    a()
except ValueError as e:
    err = e
    tb = e.__traceback__
    print(names(tb), tb is sys.exc_info()[2], type(tb).__name__, sys.exception() is e)
print(names(tb.tb_next), tb.tb_lasti >= 0)
tb.tb_next.tb_next = None
print(names(err.__traceback__))
T = type(tb)
made = T(tb, tb.tb_frame, 5, 77)
print(names(made), made.tb_lasti)
for act in (lambda: setattr(tb, "tb_next", made), lambda: setattr(tb, "tb_next", tb), lambda: setattr(tb, "tb_next", 5), lambda: delattr(tb, "tb_next"), lambda: setattr(tb, "tb_lineno", 5), lambda: setattr(tb, "tb_frame", None), lambda: setattr(tb, "x", 1), lambda: T(), lambda: T(None, tb.tb_frame, 1), lambda: T(5, tb.tb_frame, 1, 1), lambda: T(None, 5, 1, 1), lambda: T(None, tb.tb_frame, "a", 1), lambda: T(tb_next=None, tb_frame=tb.tb_frame, tb_lasti=1, tb_lineno=2).tb_lineno, lambda: setattr(err, "__traceback__", 5), lambda: delattr(err, "__traceback__"), lambda: err.with_traceback(5), lambda: type("S", (T,), {}), lambda: dir(tb)):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
e2 = err.with_traceback(None)
print(e2 is err, err.__traceback__)
try:
    raise err.with_traceback(made)
except ValueError as e:
    print(names(e.__traceback__))
try:
    try:
        c()
    except ValueError as e:
        raise
except ValueError as e:
    print(names(e.__traceback__))
def again():
    try:
        c()
    except ValueError as e:
        raise e
try:
    again()
except ValueError as e:
    print(names(e.__traceback__))
for i in range(2):
    try:
        raise err
    except ValueError as e:
        print(len(names(e.__traceback__)))
