# reference: 8.3
# All kinds of targets, iterables evaluated once, changing what is iterated, the name after the loop.
class O: pass
o, d, l = O(), {}, [0, 0]
for o.attr in "ab": pass
for d["k"] in "cd": pass
for l[len(d) - 1] in (7, 8): pass
for [a, (b, *c)] in [(1, (2, 3, 4))]: pass
for x, in [(1,), (2,)]: pass
for i, (j, k) in enumerate(zip("ab", "cd")): pass
for *e, in ["xy"]: pass
for (f) in range(2): pass
print(o.attr, d, l, a, b, c, x, i, j, k, e, f)
def it(): print("iterable once", end=" "); return [1, 2]
for q in it(): print(q, end=" ")
print()
s = [1, 2, 3]
for v in s:
    if v < 3: s.append(v + 10)
print(s)
s = [1, 2, 3, 4]
for v in s: s.remove(v)
print(s)
s = [1, 2]
for s in s: print(s, end=" ")
print(s)
for i in range(3): print(i, end=" "); i = 10
print(i)
for z in []: pass
else: print("else of an empty loop", "z" in globals())
for i in 1, 2, 3:
    if i == 2: break
else: print("never")
def gen():
    try: yield 1; yield 2
    finally: print("closed late")
g = gen()
for y in g: break
print("after break"); del g
class It:
    def __iter__(s): return s
    def __next__(s): raise StopIteration("value lost")
for w in It(): pass
else: print("stopped")
for dd in ({1: 2, 3: 4}, {1, 2}):
    try:
        for k in dd: dd.add(99) if isinstance(dd, set) else dd.update({99: 1})
    except RuntimeError as err: print(err)
for src in ("for x: pass", "for in y: pass", "for x in: pass", "for x in y pass", "for x in y", "for 1 in y: pass", "for f() in y: pass", "for x + 1 in y: pass", "for x() in y: pass", "for None in y: pass", "for (x, 1) in y: pass", "for x in y in z: pass", "for x not in y: pass", "for x, in y: pass", "for x in y,: pass", "for x in y if z: pass", "for x = 1 in y: pass", "for x of y: pass", "for i in range(3) print(i)", "for x in y: pass\nelif 1: pass", "for (x in y): pass", "for x in (y): pass", "for x in *y, z: pass", "for x in lambda: y: pass", "for x in y or z: pass", "for x if y else z in w: pass", "for await x in y: pass", "for x.y().z in w: pass", "for 'a' in y: pass", "for [x, y in z: pass", "for x in yield: pass", "for {} in y: pass"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
