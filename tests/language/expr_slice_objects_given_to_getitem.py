# reference: 6.3.2, 6.3.3, 3.3.7
# What __getitem__, __setitem__ and __delitem__ receive for every form between the brackets.
class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
g = G()
print(g[1], g[1,], g[1, 2], g[:], g[1:], g[:2], g[1:2], g[::], g[::3], g[1:2:3], g[:, 1], g[::, ...], g[()], g[None:None])
print(g["a":"b"], g[1.5:], g[[]:{}], g[lambda: 1:2] if 0 else g[(lambda: 1)():2], g[x := 3], x, g[1:2, 3:4:5, ()])
print(g[*[1, 2]], g[*()], g[0, *"ab", 9], g[*range(2), 1:2], type(g[*[1]]).__name__)
g[1:2] = 5; g[:, 1] = 6; g[...] = 7; g[*[1, 2]] = 8
del g[1:], g[2], g[::2, 1]
a, g[0], *g[1:2] = 1, 2, 3, 4
for g[7] in "xy": pass
with __import__("contextlib").nullcontext("ctx") as g[8]: pass
order = []
def o(v): order.append(v); return v
g[o(1):o(2):o(3)] = o("value")
print(order)
g[o("k")] += 1 if 0 else o("!")
print(order[4:])
print(g[True if 0 else False : 1], g[not 1:], g[1 if 0 else 2:3], g[-1:~1])
s = g[1:2:3]
print(s.start, s.stop, s.step, s == slice(1, 2, 3), s.indices(10), type(s) is slice)
for src in ("g[]", "g[1:2:3:4]", "g[:=1]", "g[*a:1]", "g[**{}]", "g[x=1]", "g[1:*a]", "g[y := 1:2]", "g[yield]", "g[(z := 1):2]", "g[*a, b := 2]"):
    try: compile(src, "<s>", "eval"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
