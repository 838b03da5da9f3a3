# reference: 6.2.9, 7.6
# What return gives to yield from, StopIteration.value of odd values, nesting, and loops that ignore it.
def r(v): yield 1; return v
def outer(v): x = yield from r(v); yield ("got", x); return [x]
for v in (None, 5, (), (1, 2), [3], StopIteration(4), ValueError("e")):
    g = outer(v); out = [next(g), next(g)]
    try: next(g)
    except StopIteration as e: print(out, repr(e.value), repr(e), e.args)
print([*r(9)], list(outer(1)), sum(r(7)), dict([(x, y) for x, y in zip(r(0), "a")]))
def deep(n):
    if n: return 1 + (yield from deep(n - 1))
    yield "bottom"
    return 100
g = deep(50); print(next(g))
try: next(g)
except StopIteration as e: print(e.value)
def from_iter(): return (yield from iter([1, 2])), (yield from "ab"), (yield from ()), (yield from {5: 6})
g = from_iter()
while True:
    try: print(next(g), end=" ")
    except StopIteration as e: print(e.value); break
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it ends", "extra")
        return self.n
def over(): v = yield from It(); yield ("value", v)
print(list(over()))
class Sub(StopIteration): pass
class It2(It):
    def __next__(self): raise Sub("sub")
print(list((lambda: (yield (yield from It2())))()))
s = StopIteration(1, 2); print(s.value, s.args); s.value = "set"; print(s.value, repr(s)); print(StopIteration().value)
def lam(): return (lambda: (yield from r("from lambda")))()
g = lam(); next(g)
try: next(g)
except StopIteration as e: print(e.value)
def fin():
    try: return (yield "a")
    finally: yield "b"; print("end")
g = fin(); print(next(g), g.send("sent"))
try: next(g)
except StopIteration as e: print(e.value)
def fin2():
    try: return "lost"
    finally: return (yield)
g = fin2(); next(g)
try: g.send("kept")
except StopIteration as e: print(e.value)
