# reference: 6.12, 6.2.4
# := inside comprehensions binds outside them, step by step, also for conditions, nested ones and generators.
data = [1, 4, 9, 16]
print([y for x in data if (y := x * 2) > 5], y, [(prev := x) for x in data][-1], prev)
total = 0
print([total := total + x for x in data], total)
def f():
    r = [z := i for i in range(3)]
    return r, z, any((w := k) == 2 for k in range(5)), w
print(f())
def g():
    return [[inner := (i, j) for j in range(2)] for i in range(2)], inner
print(g())
gen = ((late := x) for x in data)
try: late
except NameError as e: print(e)
next(gen); next(gen)
print(late)
print({(k := c): (v := ord(c)) for c in "ab"}, k, v, {s := len(t) for t in ("a", "bb")}, s)
def h():
    global gw
    [gw := q for q in range(4)]
h()
print(gw)
def n():
    c = 0
    def inner():
        nonlocal c
        return [c := c + i for i in range(4)]
    return inner(), c
print(n())
print([m.upper() for t in ("x=1", "y", "z=3") if (m := t.partition("="))[1] for m in [m[0]]], (p := 1) + (p := p + 1) * (p := p + 1), p)
