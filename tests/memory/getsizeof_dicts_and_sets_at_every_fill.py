# oracle: 64-bit
# Where dicts and sets get larger, and when smaller.
import sys, collections, types
g = sys.getsizeof

def steps(o, act, n):
    sizes = [g(o)]
    for i in range(n):
        act(o, i)
        if g(o) != sizes[-1]:
            sizes += [i + 1, g(o)]
    return sizes

def put(o, i): o[i] = i
def put_text(o, i): o[str(i)] = i
def drop_and_put(o, i):
    o[i] = i
    if i: del o[i - 1]
print("int keys", *steps({}, put, 3000))
print("str keys", *steps({}, put_text, 3000))
print("update", *steps({}, lambda o, i: o.update({i: i, -i: i}), 100))
print("update by pairs", *steps({}, lambda o, i: o.update([(i, i), (-i, i)]), 100))
print("setdefault", *steps({}, lambda o, i: o.setdefault(i), 100))
print("one in, one out", *steps({}, drop_and_put, 300))
print("text, then number", *steps({"a": 1}, put, 12))
print("pop", *steps(dict.fromkeys(range(100)), lambda o, i: o.pop(i), 100))
print("popitem", *steps(dict.fromkeys(range(100)), lambda o, i: o.popitem(), 100))
for n in range(0, 45):
    d = dict.fromkeys(range(n))
    t = {str(i): i for i in range(n)}
    print(n, g(d), g(t), g(d.copy()), g(t.copy()), g(dict(d)), g({**d}), g(d | d), g(d | t), g({**d, **t}), g(dict(zip(d, d))), g(dict(**t)),
          g(dict.fromkeys(d)), g(dict.fromkeys(set(d))), g(dict(t.items())), g({k: k for k in d}))
print(g({}), g({"a": 1}), g({1: 1}), g({"a": 1, 2: 2}), g(dict(a=1)), g(dict([("a", 1)])), g(eval("{%s}" % ", ".join(f"'k{i}': {i}" for i in range(20)))),
      g(eval("{%s}" % ", ".join(f"{i}: {i}" for i in range(20)))), g(eval("{%s}" % ", ".join(f"i{i}: {i}" for i in range(8)), {f"i{i}": i for i in range(8)})))
d = dict.fromkeys(range(50))
for i in range(45): del d[i]
print(g(d), g(d.copy()), g(dict(d)), g({**d}))
d.clear()
print(g(d), *steps(d, put, 12))
def kw(**k): return k
print(g(kw()), g(kw(a=1)), g(kw(a=1, b=2, c=3, d=4, e=5, f=6)), g(kw(**dict.fromkeys("abcdefghijkl"))))

print("add", *steps(set(), lambda o, i: o.add(i), 3000))
print("add words", *steps(set(), lambda o, i: o.add(i * 64), 700))
print("update", *steps(set(), lambda o, i: o.update([i, -i - 1]), 100))
print("discard", *steps(set(range(100)), lambda o, i: o.discard(i), 100))
print("one in, one out", *steps(set(), lambda o, i: (o.add(i), o.discard(i - 1)), 300))
for n in range(0, 45):
    s = set(range(n))
    print(n, g(s), g(frozenset(s)), g(s.copy()), g(set(s)), g(s | s), g(s & s), g(s - {1}), g(s ^ {-5}), g({x for x in s}), g(set(list(s))), g(set(dict.fromkeys(s))), g(frozenset(range(n))), g({*s}))
print(g({1}), g({1, 2, 3, 4}), g({1, 2, 3, 4, 5}), g({1, 2, 3, 4, 5, 6}), g(frozenset()), g(frozenset("a")), g({*"abcdefg"}))
s = set(range(50))
s.clear()
print(g(s))
s = set(range(50)); s -= set(range(48)); print(g(s), g(s.copy())); s &= {48}; print(g(s)); s |= set(range(9)); print(g(s)); s ^= {1, 100}; print(g(s))

print("defaultdict", *steps(collections.defaultdict(int), lambda o, i: o[i], 100))
print("Counter", *steps(collections.Counter(), put, 100), g(collections.Counter("abracadabra")))
print("deque", *steps(collections.deque(), lambda o, i: o.append(i), 200), "|", *steps(collections.deque(), lambda o, i: o.appendleft(i), 200))
print("deque", *steps(collections.deque(range(300)), lambda o, i: o.pop(), 300), "|", *steps(collections.deque(maxlen=10), lambda o, i: o.append(i), 200))
print(g(collections.ChainMap()), g(collections.UserList()), g(collections.UserDict()), g(collections.UserString("")), g(collections.namedtuple("P", "x y")(1, 2)))
