# reference: 6.2.8
# The outermost iterable is taken at once, the rest when asked; errors move accordingly; names of the function.
log = []
def n(v): log.append(v); return v
g = (n(("elt", x, y)) for x in n([1, 2]) for y in n([x]))
print(log)
print(next(g), log)
print(list(g), log[-1])
try:
    (x for x in 1 / 0)
except ZeroDivisionError:
    print("at once")
try:
    (x for x in 5)
except TypeError as e:
    print("at once", e)
g = (1 / x for x in [1, 0, 2])
print(next(g))
try: next(g)
except ZeroDivisionError: print("later")
print(list(g))
g = (y for x in [1] for y in undefined_name)
try: next(g)
except NameError as e: print(e)
it = iter([1, 2, 3, 4])
g = (x for x in it)
print(next(it), next(g), list(g))
print((x for x in ()).__name__, (x for x in ()).__qualname__, type(g).__name__, g.gi_code.co_name, g.gi_code.co_varnames)
def f(g): return list(g)
print(f(x for x in "ab"), sum(x for x in range(5)), dict((k, k * 2) for k in "ab"), "".join(c for c in "abc" if c != "b"), any(x > 1 for x in [1, 2, n("not reached"), 0][:2]), list(zip((i for i in range(2)), (j for j in "xy"))))
def outer():
    v = 1
    g = (v + i for i in range(2))
    v = 10
    return list(g)
print(outer())
a = [1, 2]
g = (x for x in a)
a = [9]
print(list(g))
b = [1, 2]
g = (x for x in b if x in b)
b.append(3); b = [3]
print(list(g))
def gen_with_return(): return (x for x in [1])
g = gen_with_return()
print(g.send(None), g.close(), list(g))
g = (print("start") or x for x in [1, 2])
g.close()
print(list(g))
try:
    g = (next(iter([])) for _ in [1]); list(g)
except RuntimeError as e:
    print(e)
g = (self_ref for self_ref in [lambda: g])
print(next(g)() is g)
class It:
    def __iter__(s): print("iter called"); return iter([1])
g = (x for x in It())
print("made")
next(g)
