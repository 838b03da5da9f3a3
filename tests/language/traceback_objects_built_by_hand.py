# reference: 3.2.13.3
# TracebackType made and linked by Python code.
import types, sys, traceback
def f():
    1 / 0
try: f()
except ZeroDivisionError as e: tb = e.__traceback__; exc = e
T = types.TracebackType
new = T(None, tb.tb_frame, tb.tb_lasti, 1)
print(new.tb_next, new.tb_lineno, new.tb_frame is tb.tb_frame)
chain = T(tb, tb.tb_frame, 0, 2)
print(chain.tb_next is tb, [x.tb_lineno for x in (chain, chain.tb_next, chain.tb_next.tb_next)])
for args in ((), (None,), (None, None, 1, 1), (5, tb.tb_frame, 1, 1), (None, tb.tb_frame, "x", 1), (None, tb.tb_frame, 1, None), (None, tb.tb_frame, 1, 1, 1), (None, tb.tb_frame, 2**31, 1)):
    try: print(T(*args).tb_lineno)
    except Exception as e: print(type(e).__name__, e)
def assign(o, name, v):
    try: setattr(o, name, v); print("set", name)
    except Exception as e: print(type(e).__name__, e)
assign(tb, "tb_next", None); print(tb.tb_next)
assign(tb, "tb_next", tb); assign(chain, "tb_next", chain); assign(tb, "tb_next", chain); assign(tb, "tb_next", 5)
assign(tb, "tb_lineno", 5); assign(tb, "tb_lasti", 5); assign(tb, "tb_frame", 5); assign(tb, "x", 5)
try: del tb.tb_next
except Exception as e: print(type(e).__name__, e)
print(dir(tb), T.__name__, T.__module__, [n for n in T.__dict__ if n[:3] == "tb_"])
e = exc.with_traceback(None); print(e is exc, e.__traceback__)
for bad in (5, "x"):
    for act in (lambda: exc.with_traceback(bad), lambda: setattr(exc, "__traceback__", bad)):
        try: act()
        except Exception as x: print(type(x).__name__, x)
try: del exc.__traceback__
except Exception as x: print(type(x).__name__, x)
exc.__traceback__ = chain
try: raise exc
except ZeroDivisionError as e2:
    t = e2.__traceback__; n = []
    while t: n.append(t.tb_lineno); t = t.tb_next
    print(n)
try: T.tb_next.__get__(5)
except TypeError as x: print(x)
class S:
    pass
try: type("Sub", (T,), {})
except TypeError as x: print(x)
