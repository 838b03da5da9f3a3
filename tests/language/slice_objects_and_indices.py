# reference: 3.2.13.4, 6.3.3, slice()
# A slice keeps what it is given; indices() does the arithmetic; extended slicing hands it to __getitem__.
class S:
    def __getitem__(self, key): return key
s = S()
print(s[1:2], s[:], s[::], s[1:2:3], s[::-1], s[1:2, 3], s[..., 1:], s["a":"b"], s[1:2,], s[()], s[(1, 2)], s[1, *[2, 3]], s[*"ab"], s[:, None], s[lambda: 0:1].stop)
x = slice(1, "b", None)
print(x.start, x.stop, x.step, x, repr(slice(5)), slice(None, None) == slice(None), slice(1, 2) == slice(1, 2, None), slice(1, 2) < slice(1, 3), slice(1) != 1)
for args in ((None, None, None), (1, 5, 2), (-3, None, None), (None, -3, None), (None, None, -1), (10, None, -1), (-100, 100, 3), (5, 2, None), (2, 5, -1), (True, 4, None)):
    print(args, [slice(*args).indices(n) for n in (0, 1, 5, 10)])
class I:
    def __index__(self): return 3
print(slice(I(), None).indices(10), slice(None, 10 ** 30).indices(5), slice(-10 ** 30, None).indices(5), slice(None, None, 10 ** 30).indices(5), slice(0, 5).indices(10 ** 30), "abcdef"[I():], list(range(10))[:I():I()])
for act in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(a=1), lambda: slice(1).indices(), lambda: slice(1).indices(-1), lambda: slice(1).indices("a"), lambda: slice("a").indices(5), lambda: slice(1.0).indices(5), lambda: slice(0, 1, 0).indices(5), lambda: setattr(slice(1), "start", 2), lambda: hash(slice(1, 2)) == hash(slice(1, 2)), lambda: {slice(1): 2}, lambda: hash(slice([], 1)), lambda: slice(1).x, lambda: slice(1) < 5, lambda: slice(1) < slice("a"), lambda: type("S", (slice,), {}), lambda: [1, 2][1:"a"], lambda: [1][I:], lambda: slice(1)(), lambda: slice(1)[0], lambda: slice(1, 2).__reduce__()):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
class Old:
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
    def __len__(self): return 10
o = Old()
print(o[-1], o[-3:])
o[1:2] = 3; o[::2], o[-1] = 4, 5; del o[1:], o[...], o[-1]
