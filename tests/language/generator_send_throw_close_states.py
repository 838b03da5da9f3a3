# reference: 6.2.9.1
# send, throw and close on a generator in each of its states: created, suspended, running, finished.
def g(log):
    try:
        while True:
            try: log.append((yield len(log)))
            except ValueError as e: log.append(repr(e))
    finally: log.append("fin")
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, getattr(e, "value", ""))
def created(): return g([])
def suspended(): x = g([]); next(x); return x
def finished(): x = g([]); next(x); x.close(); return x
for make in (created, suspended, finished):
    print(make.__name__)
    for call in (lambda x: next(x), lambda x: x.send(None), lambda x: x.send(1), lambda x: x.throw(ValueError("v")), lambda x: x.throw(ValueError), lambda x: x.throw(KeyError("k")), lambda x: x.throw(StopIteration(9)), lambda x: x.throw(GeneratorExit), lambda x: x.close(), lambda x: x.throw(5), lambda x: x.throw(int), lambda x: x.throw(), lambda x: x.send(), lambda x: x.close(1), lambda x: list(zip(x, "ab"))):
        show(lambda: call(make()))
def running():
    for call in (lambda: me.send(None), lambda: next(me), lambda: me.throw(KeyError), lambda: me.close(), lambda: list(me)):
        show(call)
    yield "ran"
me = running(); print(next(me)); del me
def ignores():
    try: yield 1
    except GeneratorExit: yield 2
x = ignores(); next(x); show(x.close); show(lambda: next(x))
def converts():
    try: yield 1
    except GeneratorExit: raise KeyError("instead")
x = converts(); next(x); show(x.close)
def returns():
    try: yield 1
    except GeneratorExit: return "value"
x = returns(); next(x); show(x.close)
def stops(): yield 1; raise StopIteration("inside")
def stops2(): yield next(iter(()))
for s in (stops, stops2):
    try: list(s())
    except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def ret(): return (yield)
x = ret(); next(x); show(lambda: x.send((1, 2))); show(lambda: x.send(1)); show(lambda: next(x, "default"))
