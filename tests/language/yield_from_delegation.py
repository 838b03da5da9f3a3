# reference: 6.2.9
# yield from passes send, throw and close on to anything; values of return; hostile delegates.
def sub():
    try:
        while True:
            x = yield "sub"
            if x == "end": return "result"
            print("sub got", x)
    except KeyError as e:
        print("sub caught", e)
        yield "after"
        return "caught result"
    finally: print("sub finally")
def deleg(x):
    r = yield from x
    print("r =", r)
    yield "deleg"
it = deleg(sub())
print(next(it), it.gi_yieldfrom.gi_code.co_name, it.send(1), it.throw(KeyError("k")), next(it), it.gi_yieldfrom)
it = deleg(sub()); next(it); print(it.send("end"))
it = deleg(sub()); next(it); it.close()
print(list(deleg([1, 2])), list(deleg("ab")), list(deleg({1: 2})), list(deleg(())))
class Plain:
    def __init__(s): s.n = 2
    def __iter__(s): return s
    def __next__(s):
        s.n -= 1
        if s.n < 0: raise StopIteration("plain value")
        return s.n
class WithAll(Plain):
    def send(s, v): print("send", v); return v
    def throw(s, *a): print("throw", len(a), a[0] if isinstance(a[0], type) else repr(a[0])); return "thrown"
    def close(s): print("close")
class BadClose(Plain):
    def close(s): raise ValueError("close failed")
class CloseAttr(Plain):
    @property
    def close(s): raise ValueError("close property")
class ThrowAttr(Plain):
    @property
    def throw(s): raise KeyError("throw property")
print(list(deleg(Plain())))
it = deleg(WithAll()); print(next(it), it.send(None), it.send(7), it.throw(ValueError("v"))); it.close()
it = deleg(Plain()); next(it)
for act in (lambda: it.send(5), lambda: it.throw(ValueError("plain"))):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
import sys
sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value)
for cls in BadClose, CloseAttr:
    it = deleg(cls()); next(it)
    try: it.close(); print("closed")
    except ValueError as e: print(e)
it = deleg(ThrowAttr()); next(it)
try: it.throw(ValueError("x"))
except KeyError as e: print("KeyError", e)
for bad in (5, None, Plain, lambda: 0):
    try: next(deleg(bad))
    except TypeError as e: print(e)
def self_deleg(): yield from me
me = self_deleg()
try: next(me)
except ValueError as e: print(e)
def co():
    yield from agen()
async def agen(): yield 1
try: next(co())
except TypeError as e: print(e)
async def coro(): return 1
c = coro()
try: next(deleg(c))
except TypeError as e: print(e)
c.close()
def deep(n):
    if n: return (yield from deep(n - 1)) + 1
    x = yield "bottom"
    return x
it = deep(50)
print(next(it))
try: it.send(1)
except StopIteration as e: print(e.value)
