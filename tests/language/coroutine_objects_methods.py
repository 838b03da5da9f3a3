# reference: 3.4.2
# send, throw, close of a coroutine; attributes; already running, already finished.
import sys
class Y:
    def __await__(s):
        try:
            got = yield "first"
            print("got", got)
            got = yield "second"
            return got
        except ValueError as e:
            print("inside", e)
            return "handled"
        finally:
            print("cleanup")
async def co():
    "doc"
    x = await Y()
    return x
c = co()
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_suspended, c.cr_frame.f_lineno, c.cr_await, c.cr_code.co_name, c.cr_origin)
print(c.send(None), c.cr_suspended, type(c.cr_await).__name__)
print(c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print("value", e.value, c.cr_frame, c.cr_await, c.cr_suspended)
for act in (lambda: c.send(None), lambda: c.throw(KeyError), lambda: c.close(), lambda: next(c), lambda: iter(c), lambda: c(), lambda: c.nothing, lambda: setattr(c, "cr_frame", 1), lambda: setattr(c, "__name__", 5), lambda: setattr(c, "__name__", "new") or c.__name__, lambda: type(c)(), lambda: len(c), lambda: [x for x in c], lambda: bool(c)):
    try:
        print(act())
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
c = co()
try:
    c.send(5)
except TypeError as e:
    print(e)
c.close()
c = co(); c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
c = co(); c.send(None); c.close(); c.close()
c = co()
try:
    c.throw(KeyError("not started"))
except KeyError as e:
    print("KeyError", e, c.cr_frame)
async def self_send():
    try:
        me.send(None)
    except ValueError as e:
        print(e)
me = self_send()
try:
    me.send(None)
except StopIteration:
    print("ended")
async def ignores():
    try: await Y()
    except GeneratorExit: await Y()
c = ignores(); c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
async def stop(): raise StopIteration(1)
async def stopa(): raise StopAsyncIteration(2)
for f in stop, stopa:
    try:
        f().send(None)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))
w = co().__await__()
print(type(w).__name__, next(w), w.send(None))
w.close()
