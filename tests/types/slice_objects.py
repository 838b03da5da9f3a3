s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6), slice(None, None, -1).indices(4))
print(slice(-3, None).indices(5), slice(10, 20).indices(5), slice("a", "b"), slice(1, 2) < slice(1, 3))
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1:2], g[::], g[1:2, ...], g[()], g[1:2:3, 4], g[-1:])
for f in (lambda: slice(), lambda: slice(1, 2, 0).indices(5), lambda: slice("a").indices(3), lambda: slice(1).indices(-1),
          lambda: hash(slice([])), lambda: [1][1:"x"]):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
