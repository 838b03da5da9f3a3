# reference: 8.2, 8.3, 7.9, 7.10
# else of loops, break and continue through levels, odd targets, changing the sequence, the variable afterwards.
def search(seq, want):
    for i, x in enumerate(seq):
        if x == want: break
    else: return "not found"
    return i
print(search("abc", "b"), search("abc", "z"), search("", "z"))
r = []
for i in range(4):
    for j in range(4):
        if j == i: continue
        if j > 2: break
        r.append((i, j))
    else: r.append(f"else {i}")
    if i == 2: break
else: r.append("outer else")
print(r, i, j)
n = 5
while n:
    n -= 1
    if n == 3: continue
    if n == 1: break
else: print("never")
print(n)
while n > 5: pass
else: print("else without a turn")
for never in (): pass
else: print("empty", "never" in globals())
d = {}; l = [0, 0, 0]
for d["k"], l[1], (d["a"], *d["rest"]) in [(1, 2, (3, 4, 5)), (6, 7, "xyz")]: print(d, l)
class O: pass
o = O()
for o.attr in "ab": print(o.attr, end=" ")
for l[l[0]] in (1, 2, 0): print(l, end=" ")
for (x), [y] in [(1, [2])]: print(x, y)
for x, in [(1,), [2]]: print(x, end=" ")
for i in range(3): print(i, end=" "); i = 10
print(i)
grow = [1]
for v in grow:
    if len(grow) < 4: grow.append(v + 1)
print(grow)
shrink = list(range(6))
for v in shrink: shrink.remove(v)
print(shrink)
def gen():
    try: yield from range(10)
    finally: print("generator closed")
for v in gen():
    if v == 2: break
del v
for x in (y for y in (1, 2, 3)):
    try:
        if x == 2: continue
        print("turn", x)
    finally: print("fin", x)
else: print("all")
for target in ("f()", "1", "x + 1", "*x", "(x, *y, *z)", "x if y else z", "x := 1", "None", "[x, 1]", "f().a", "x < y", "x in y", "not x", "x,", "lambda: 1", "{x}", "'a'", "x.y.z[0]", "await x", "yield", "__debug__", "-x"):
    try: compile(f"for {target} in w: pass", "<s>", "exec"); print(target, "fine")
    except SyntaxError as e: print(target, "|", e.msg, e.offset, e.end_offset)
for v, items in ((1, [5]), (2, [(1,)]), (3, [(1, 2, 3)]), (4, [None]), (5, 7), (6, None), (7, ["ab", "c"])):
    try:
        for a, b in items: print(a, b)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
