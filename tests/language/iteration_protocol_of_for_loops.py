# reference: 8.3
# What for asks of its iterable, loops over changing things, else, targets of every kind, exceptions from __next__.
class It:
    def __init__(s, n): s.n = n; s.i = 0
    def __iter__(s): print("iter", end=" "); return s
    def __next__(s):
        s.i += 1; print("next", end=" ")
        if s.i > s.n: raise StopIteration("value")
        return s.i
for x in It(2): print(x, end=" ")
else: print("else")
for x in It(2):
    if x == 1: break
else: print("no")
print()
for x in It(0): pass
else: print("empty else", "x" in dir() and x)
it = It(3)
for x in it: break
for x in it: print("again", x, end=" ")
print()
class Get:
    def __getitem__(s, i):
        if i == 3: raise IndexError("end")
        return i
class GetKey:
    def __getitem__(s, i): raise KeyError(i)
class GetStop:
    def __getitem__(s, i): raise StopIteration
class R:
    def __iter__(s): yield 1; raise ValueError("from generator")
class NextRaises:
    def __iter__(s): return s
    def __next__(s): raise OSError("next")
def t(o):
    out = []
    try:
        for v in o: out.append(v)
        else: out.append("else")
    except Exception as e: out.append(f"{type(e).__name__} {e}")
    print(type(o).__name__, out)
for o in (Get(), GetKey(), GetStop(), R(), NextRaises(), 5, None, 1.5, len, int, object(), type("N", (), {"__iter__": None})(), type("N", (), {"__iter__": lambda s: 5})(), type("N", (), {"__iter__": lambda s: iter([1]) })(), "ab", b"ab", {1: 2}, {3}, (4,), range(2), memoryview(b"c"), iter([1]), (i for i in "z"), map(str, [1]), open): t(o)
d = {}
for d["k"], [a, *b] in ((1, "xyz"), (2, [9])): print(d, a, b)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k, end=" ")
print(i, j, k)
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print((i, j), end=" ")
    else: print("inner else", i)
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
l = [1, 2]
for x in l:
    if len(l) < 5: l.append(x * 10)
print(l)
for x in (y for y in [1, 2] if y > 1): print(x)
try:
    for a, b in [(1, 2), (3,)]: print(a, b)
except ValueError as e: print(e, a, b)
for x in []: pass
else:
    for x in "q": print(x)
n = 0
while True:
    n += 1
    try:
        if n == 2: continue
        if n == 4: break
    finally: print("n", n, end=" ")
else: print("never")
print()
