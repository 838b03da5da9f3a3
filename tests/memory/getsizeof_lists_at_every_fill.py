# oracle: 64-bit
# What a list holds after each way of growing and shrinking.
import sys
g = sys.getsizeof

def steps(o, act, n):
    """The size at first, then (step, size) where it changes."""
    sizes = [g(o)]
    for i in range(n):
        act(o, i)
        if g(o) != sizes[-1]:
            sizes += [i + 1, g(o)]
    return sizes

def set_slice(o, i): o[len(o):] = [i]
def set_slice_in_front(o, i): o[:0] = [i, i]
def del_slice(o, i): del o[:2]
def del_step(o, i): del o[::3]
def cut(o, i): o[1:3] = [0]
def double(o, i): o *= 2
def add(o, i): o += [i]
def add_many(o, i): o += range(7)
print("append", *steps([], lambda o, i: o.append(i), 200))
print("insert", *steps([], lambda o, i: o.insert(i // 2, i), 200))
for k in (1, 2, 5, 9):
    print("extend by list of", k, *steps([], lambda o, i: o.extend([i] * k), 40))
    print("extend by tuple of", k, *steps([], lambda o, i: o.extend((i,) * k), 40))
    print("extend by generator of", k, *steps([], lambda o, i: o.extend(x for x in range(k)), 40))
    print("extend by range of", k, *steps([], lambda o, i: o.extend(range(k)), 40))
    print("extend by dict of", k, *steps([], lambda o, i: o.extend(dict.fromkeys(range(k))), 40))
    print("extend by str of", k, *steps([], lambda o, i: o.extend("x" * k), 40))
    print("extend by set of", k, *steps([], lambda o, i: o.extend(set(range(k))), 40))
print("+=", *steps([], add, 50), "|", *steps([], add_many, 20))
print("slice at the end", *steps([], set_slice, 50))
print("slice in front", *steps([], set_slice_in_front, 50))
print("itself", *steps([1], lambda o, i: o.extend(o), 8))
print("*=", *steps([1, 2, 3], double, 6))
for n in (3, 4, 10, 100):
    print("pop of", n, *steps([0] * n, lambda o, i: o.pop(), n))
    print("pop(0) of", n, *steps(list(range(n)), lambda o, i: o.pop(0), n))
    print("remove of", n, *steps([0] * n, lambda o, i: o.remove(0), n))
    print("del slice of", n, *steps([0] * n, del_slice, n // 2))
    print("del step of", n, *steps([0] * n, del_step, n))
    print("cut of", n, *steps([0] * n, cut, n))
    l = list(range(n))
    l.clear()
    print(g(l), g(l.copy()), *steps(l, lambda o, i: o.append(i), 9))
    l = [0] * n
    l.sort(), l.reverse()
    print(g(l), g(l * 2), g(l + l), g(l[:]), g(l[1:]), g(l[::2]), g([*l]), g([*l, 1]), g(sorted(l)), g(list(l)), g(list(tuple(l))))
    print(g([x for x in l]), g(list(x for x in l)), g(list(map(int, l))), g(list(reversed(l))), g(list(set(range(n)))), g(list(zip(l, l))))
    print(g(list(dict.fromkeys(range(n)))), g(list(dict.fromkeys(range(n)).items())), g("x " * n), g(("x " * n).split()), g("x\n".join("a" * n).splitlines()))
    l[:] = []
    print(g(l))
    l[:] = range(n)
    print(g(l))
    a, *b = list(range(n))
    print(g(b), g(list(range(n))), g(list("x" * n)), g(list(b"x" * n)), g(list(filter(None, range(n)))), g(list(enumerate(l))))
print(g([]), g([1]), g([1, 2]), g([1, 2, 3]), g([1, 2, 3, 4]), g([[], []]), g([i for i in range(0)]), g([g, g, g, g]))
x = 5
print(g([x]), g([x, x]), g([x, x, x]), g([x, *()]), g([*(), x]), g([*"ab"]), g([*"ab", *"cd", x]))
l = [1, 2]
l.__init__(range(20))
print(g(l))
l.__init__()
print(g(l))
