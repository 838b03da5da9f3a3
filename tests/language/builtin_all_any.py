# reference: all(), any()
# They stop at the first answer, ask truth once each, and read any iterable.
def gen(*v):
    for x in v: print("give", x, end=" "); yield x
print(all(gen(1, 0, 2)), any(gen(0, 1, 2)), all([]), any([]), all("a0"), any({}), all({0: 1}), any({0: 1}), all(x for x in ()), any(range(1)), any(range(2)))
class B:
    def __init__(s, v): s.v = v
    def __bool__(s): return s.v
class L:
    def __len__(s): return 0
print(all([B(True), B(True)]), any([B(False), L()]), all([L()]), any([L(), B(True)]))
g = gen(1, 2, 3)
any(g); print(list(g))
def bad(): yield 1; raise KeyError("in generator")
for f in (lambda: all(5), lambda: any(None), lambda: all(), lambda: any(1, 2), lambda: all([B(1)]), lambda: any([B(None)]), lambda: all(bad()), lambda: any(bad()), lambda: all(iterable=[]), lambda: any(B(True) for _ in 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
