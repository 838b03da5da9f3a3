# reference: 6.2.9, 3.4.1
# yield from: plain iterators without send or throw, broken ones, closing order, values passed through.
log = []
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): log.append("iter"); return self
    def __next__(self):
        if not self.n: raise StopIteration("done")
        self.n -= 1; return self.n
class Full(It):
    def send(self, v): log.append(("send", v)); return v
    def throw(self, *a): log.append(("throw", [type(x).__name__ for x in a])); raise StopIteration("thrown end")
    def close(self): log.append("close")
class BadClose(It):
    def close(self): raise OSError("close failed")
class CloseAttr(It):
    def __repr__(self): return "CloseAttr()"
    @property
    def close(self): raise KeyError("no close attr")
def d(x): r = yield from x; log.append(("result", r)); yield "after"
def show(f):
    try: print(f(), log)
    except BaseException as e: print(type(e).__name__, e, log)
    log.clear()
show(lambda: list(d(It(2))))
def run(x, *acts):
    g = d(x); out = []
    for a in acts: out.append(a(g))
    return out
n = next; send = lambda g: g.send("v"); throw = lambda g: g.throw(ValueError("t")); close = lambda g: g.close(); gexit = lambda g: g.throw(GeneratorExit("ge"))
for make in (lambda: It(3), lambda: Full(3), lambda: BadClose(3), lambda: CloseAttr(3), lambda: iter("abc"), lambda: (c for c in "abc"), lambda: [1, 2, 3], lambda: range(3)):
    print(type(make()).__name__)
    for acts in ((n, send), (n, throw), (n, throw, n), (n, close), (n, gexit), (n, n, close, close)): show(lambda: run(make(), *acts))
for v in (5, None, object, print): show(lambda: list(d(v)))
class NoIter: __iter__ = None
class BadIter:
    def __iter__(self): return 7
class GetItem:
    def __getitem__(self, i): return "xy"[i]
for v in (NoIter(), BadIter(), GetItem()): show(lambda: list(d(v)))
async def co(): pass
c = co(); show(lambda: list(d(c))); c.close()
async def ag(): yield
show(lambda: list(d(ag())))
def me():
    yield 1
    yield from g2
g2 = me(); next(g2); show(lambda: next(g2))
def inner():
    try: yield 1
    except ValueError as e: log.append(repr(e)); yield "handled"
    finally: log.append("inner fin")
def outer():
    try: yield from inner()
    except KeyError as e: log.append(("outer", repr(e))); yield "outer handled"
    finally: log.append("outer fin")
g = outer(); show(lambda: (next(g), g.throw(ValueError(1)))); show(lambda: g.throw(KeyError(2))); show(lambda: g.close())
g = outer(); next(g); show(lambda: g.gi_yieldfrom.__name__); show(g.close); show(lambda: g.gi_yieldfrom)
