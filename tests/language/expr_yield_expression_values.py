# reference: 6.2.9, 7.7, 6.2.9.2
# yield as an expression: precedence, values sent, places it may stand, yield from with values.
def f():
    x = yield
    print("x", x)
    y = yield x, 1
    print("y", y)
    z = (yield 1) + (yield 2)
    print("z", z)
    l = [(yield "a"), (yield "b"), *(yield "c")]
    print(l)
    d = {(yield "k"): (yield "v")}
    print(d)
    print("call", (yield "arg"), sep=(yield "sep"))
    a = b = yield "chain"
    print(a, b)
    a += yield "aug"
    print(a)
    if (yield "cond"): print("true")
    while (yield "loop"): print("again")
    s = "abc"[(yield "i"):(yield "j")]
    print(s)
    lam = lambda: (yield "in lambda")
    print(next(lam()))
    assert (yield "assert"), (yield "never")
    r = yield from sub()
    print("r", r)
    t: int = yield "annotated"
    with (yield "cm") as m: print("m", m)
    for i in (yield "iter"): print("i", i)
    del s, (l[(yield "idx")])
    print(l)
    return (yield *(1, 2), 3)
def sub():
    got = yield "sub"
    print("sub got", got)
    return "sub result"
class CM:
    def __enter__(s): return "entered"
    def __exit__(s, *a): pass
g = f()
sends = [None, "x!", "y!", 10, 20, 1, 2, [3, 4], "key", "val", "arg!", "|", 5, 7, 1, 1, 0, 0, 2, 1, "sub!", 3, CM(), "pq", 0, "end"]
for s in sends:
    try:
        print("   ->", g.send(s))
    except StopIteration as e:
        print("   stop", e.value)
def echo():
    v = None
    while True:
        try: v = yield v
        except ValueError as e: v = f"caught {e}"
        except GeneratorExit: print("closing"); raise
g = echo()
print(next(g), g.send(1), g.throw(ValueError("boom")), g.send(2))
g.close()
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from_fib = fib()
print([next(from_fib) for _ in range(10)])
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, []], 4], [[[5]]]])))
