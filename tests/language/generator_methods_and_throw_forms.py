# reference: 6.2.9.1
# send, throw in all forms, close with values and errors, generators already running, exhausted, in every state.
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("caught", repr(e), e.__traceback__ is not None)
        yield "handled"
    finally:
        print("finally")
def fresh(n=1):
    it = g()
    for _ in range(n): next(it)
    return it
class E(Exception):
    def __init__(self, *a): super().__init__(*a)
for how in (lambda it: it.throw(ValueError), lambda it: it.throw(ValueError("v")), lambda it: it.throw(KeyError("k")), lambda it: it.throw(StopIteration(5)), lambda it: it.throw(5), lambda it: it.throw("string"), lambda it: it.throw(int), lambda it: it.throw(), lambda it: it.send(), lambda it: it.send(1, 2), lambda it: it.close(1), lambda it: it.throw(GeneratorExit), lambda it: it.close(), lambda it: it.send("sent"), lambda it: it.throw(E(1, 2)), lambda it: it.throw(BaseException("b"))):
    for n in 0, 1, 2:
        it = fresh(n)
        try:
            print("result", how(it))
        except BaseException as e:
            print(type(e).__name__, e, repr(e.__cause__) if e.__cause__ else "")
        it.close()
it = fresh(); list(it)
print(next(it, "done"), it.close(), it.gi_frame)
for how in (lambda: it.send(None), lambda: it.send(5), lambda: it.throw(ValueError("after end"))):
    try:
        print(how())
    except (StopIteration, ValueError) as e:
        print(type(e).__name__, e)
def running():
    try: me.close()
    except ValueError as e: print(e)
    try: me.throw(KeyError)
    except ValueError as e: print(e)
    yield me.gi_running
me = running()
print(next(me))
def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print("ignored once"); yield 2; return
it = ignores(); next(it)
try: it.close()
except RuntimeError as e: print(e)
def returns_in_exit():
    try: yield 1
    except GeneratorExit: return "value"
it = returns_in_exit(); next(it)
print(it.close())
def raises_in_exit():
    try: yield 1
    finally: 1 / 0
it = raises_in_exit(); next(it)
try: it.close()
except ZeroDivisionError as e: print(repr(e.__context__))
def ctx():
    try: yield
    except KeyError as e: yield repr(e.__context__)
it = ctx(); next(it)
try: raise ValueError("outer")
except ValueError: print(it.throw(KeyError("inner")))
