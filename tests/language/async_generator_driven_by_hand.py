# reference: 6.2.9.3, 6.2.9.4
# asend, athrow and aclose without a loop: values, ends, running errors, what each awaitable says when reused.
def run(aw):
    it = aw.__await__()
    seen = []
    try:
        while True: seen.append(it.send(None))
    except StopIteration as e: return (seen, e.value) if seen else e.value
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class Y:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def ag():
    try:
        got = yield 1
        print("got", got)
        await Y("suspends")
        try: yield 2
        except ValueError as e: yield repr(e)
    finally: print("fin")
x = ag(); show(lambda: run(x.asend(5))); show(lambda: run(x.asend(None))); show(lambda: run(x.asend("v"))); show(lambda: run(x.athrow(ValueError("t")))); show(lambda: run(x.__anext__())); show(lambda: run(x.__anext__())); show(lambda: run(x.aclose()))
x = ag(); show(lambda: run(x.aclose())); show(lambda: run(x.asend(None)))
x = ag(); show(lambda: run(x.athrow(KeyError("early")))); show(lambda: run(x.asend(None)))
x = ag(); run(x.asend(None)); show(lambda: run(x.aclose())); show(lambda: run(x.athrow(KeyError)))
x = ag(); a = x.asend(None); show(lambda: run(a)); show(lambda: run(a)); show(lambda: a.send(None)); show(lambda: a.throw(KeyError)); a.close()
x = ag(); run(x.asend(None)); a = x.asend(1); b = x.asend(2); print(a.send(None)); show(lambda: b.send(None)); show(lambda: run(x.aclose())); show(lambda: run(a))
async def bad():
    try: yield 1
    except GeneratorExit: yield 2
x = bad(); run(x.asend(None)); show(lambda: run(x.aclose()))
async def stops():
    yield 1; raise StopAsyncIteration("inside")
x = stops(); run(x.asend(None))
try: run(x.asend(None))
except RuntimeError as e: print(e, repr(e.__cause__))
async def stops2(): yield 1; raise StopIteration("plain")
x = stops2(); run(x.asend(None))
try: run(x.asend(None))
except RuntimeError as e: print(e, repr(e.__cause__))
x = ag()
print(type(x.asend(None)).__name__, type(x.athrow(KeyError)).__name__, type(x.aclose()).__name__, x.__aiter__() is x, x.ag_running, x.ag_await, x.ag_code is ag.__code__)
for f in (lambda: iter(x), lambda: next(x), lambda: x.send(1), lambda: run(x), lambda: x.asend(), lambda: x.athrow(5).send(None), lambda: [*x], lambda: x.aclose(1)): show(f)
for src in ("async def f(): yield; return 1", "async def f(): return 1; yield", "async def f(): yield from x", "async def f(): yield; return", "async def f(): return None; yield", "async def f():\n def g(): yield from x\n yield", "async def f(): lambda: (yield from x)"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
