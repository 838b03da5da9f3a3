# reference: 4.3, 7.8
# Causes and contexts: explicit, implicit, suppressed, several deep, cycles, and in groups.
import sys
def show(f):
    try: f()
    except BaseException as e: sys.__excepthook__(type(e), e, e.__traceback__)
def cause():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
def context():
    try: {}["k"]
    except KeyError: [][1]
def none():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
def three():
    try: cause()
    except ValueError:
        try: context()
        except IndexError as e: raise TypeError("t") from e
def in_finally():
    try: 1 / 0
    finally: undefined_name
def cause_class():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError from OSError
def cycle():
    a, b = ValueError("a"), ValueError("b")
    a.__context__ = b; b.__context__ = a
    raise a
def self_cause():
    e = ValueError("self"); e.__cause__ = e
    raise e
def without_traceback(): raise ValueError("outer") from KeyError("never raised")
def suppressed_by_hand():
    try: 1 / 0
    except ZeroDivisionError:
        e = ValueError("x"); e.__suppress_context__ = True
        raise e
def unsuppressed():
    try:
        try: 1 / 0
        except ZeroDivisionError as z: raise ValueError("v") from None
    except ValueError as e:
        e.__suppress_context__ = False
        raise
def with_cm():
    class C:
        def __enter__(s): pass
        def __exit__(s, *a): raise LookupError("exit")
    with C(): raise ValueError("body")
def reraise():
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise e
        except ZeroDivisionError: raise
def group_cause():
    try: raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError("k")])])
    except ExceptionGroup as g: raise RuntimeError("after") from g
def group_of_chained():
    try: cause()
    except ValueError as e: raise ExceptionGroup("chained", [e, TypeError(5)])
for f in (cause, context, none, three, in_finally, cause_class, cycle, self_cause, without_traceback, suppressed_by_hand, unsuppressed, with_cm, reraise, group_cause, group_of_chained): show(f)
