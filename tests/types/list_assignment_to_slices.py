l = list(range(6))
l[1:3] = "abc"
print(l)
l[::2] = [0] * len(l[::2])
print(l)
l[2:2] = [9, 9]
l[-1:] = []
l[100:] = ["end"]
l[:0] = l
print(l)
l[5:1] = ["between"]
print(l)
del l[::3]
print(l)
del l[:]
print(l)
for f in (lambda: [1].__setitem__(slice(None, None, 2), [1, 2]), lambda: [1].__setitem__(slice(0, 1), 5), lambda: [1].__setitem__(5, 1),
          lambda: [1, 2][::0], lambda: [].__delitem__(0), lambda: [1]["x":], lambda: [].__setitem__("i", 1)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
class I:
    def __index__(self): return 1
print([10, 20, 30][I()], [10, 20, 30][I():], [1, 2, 3][None:None])
