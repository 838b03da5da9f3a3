# reference: 3.2.5.2, 6.3.3, 7.5
# list and bytearray: assignment and deletion of items and slices, with all their errors.
def show(make, *acts):
    for act in acts:
        s = make()
        try:
            exec(act, {"s": s})
            print(act, "->", s)
        except Exception as e:
            print(act, "->", type(e).__name__, e, s)
acts = ["s[0] = 9", "s[-1] = 9", "s[5] = 1", "s[-6] = 1", "s[1:3] = [7]", "s[1:3] = []", "s[1:1] = [7, 8]", "s[::2] = [7, 8, 9]", "s[::2] = [7]", "s[::-1] = s", "s[:] = s + s", "s[5:] = [1]", "s[100:] = [2]", "s[3:1] = [5]", "s[::0] = []", "s['a'] = 1",
        "s[1:2] = 5", "s[1:2] = (i for i in (6, 7))", "s[1.0] = 1", "s[1::3] = [8, 8, 8]", "del s[0]", "del s[-1]", "del s[9]", "del s[1:3]", "del s[::2]", "del s[::-2]", "del s[:]", "del s['x']", "s[0], s[1] = s[1], s[0]", "s *= 2", "s *= 0", "s *= -1", "s *= 1.5", "s += [1]", "s += 5", "s += s",
        "s.append(4)", "s.insert(-1, 4)", "s.insert(100, 4)", "s.pop()", "s.pop(0)", "s.pop(9)", "s.remove(3)", "s.remove(33)", "s.reverse()", "s.extend(s)", "s.clear()", "s[10**30] = 1", "s[2:-2:-1] = [0]", "s[True] = 0", "s[slice(0, 2)] = [1]", "s[None:None] = [1]"]
show(lambda: [1, 2, 3, 4, 5], *acts)
show(lambda: bytearray([1, 2, 3, 4, 5]), *acts, "s[0] = 256", "s[0] = -1", "s[0] = 'a'", "s[0:1] = 'ab'", "s[0:2] = 3", "s += b'x'", "s += 'x'", "s.append(256)", "s.extend([1, 300])", "s.extend('a')", "s.append('a')", "s[0:0] = [1, 'a']")
show(lambda: [], "s.pop()", "s[0]", "del s[0]", "s[0:5] = 'ab'", "s.index(1)", "s[-1:] = [1]")
show(lambda: bytearray(), "s.pop()", "s.index(1)", "s.remove(1)")
