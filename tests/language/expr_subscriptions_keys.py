# reference: 6.3.2
# What reaches __getitem__: tuples, slices, stars, ellipsis; messages for things that have no items.
class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
s = S()
print(s[1], s[1,], s[1, 2], s[(1, 2)], s[()], s[...], s[None], s[*[1, 2]], s[*()], s[1, *"ab", 2], s[lambda: 1].__name__, s[x := 3], x, s[1 if 0 else 2], s["a" "b"], s[[1]], s[{1: 2}], s[s[1]], s[1][2:3] if 0 else "")
s[0] = s[1, 2] = s["k"] = "v"
s[0], s[1:2] = 1, 2
s[0] += (1,) if 0 else 1
del s[0], s[1, 2], s[::]
for s["i"] in range(2): pass
print([1, 2][0], "abc"[1], (1, 2)[-1], {1: 2}[1], b"a"[0], range(10)[3], [[1, 2], [3]][0][1], "abc"[::-1][0], (lambda: [5])()[0])
for src in ("5[0]", "None[0]", "len[0]", "{1}[0]", "(x for x in ())[0]", "object()[0]", "int()[0]", "1.5[0]", "True['a']", "[1]['a']", "[1][1.0]", "[1][None]", "(1,)['a']", "'a'['b']", "'a'[1.0]", "b'a'['b']", "range(3)['a']", "[1][5]", "(1,)[5]", "''[0]", "b''[0]", "range(3)[5]", "{}[0]", "{}[{}]", "[1][10**20]", "'a'[10**20]", "bytearray(b'a')[5]", "memoryview(b'a')[5]", "None[0] = 1", "(1,)[0] = 2", "'a'[0] = 'b'", "5[0] = 1", "range(3)[0] = 1", "b'a'[0] = 1", "{1}[0] = 1", "len[0] = 1", "del 5[0]" if 0 else "del (1,)[0]", "del None[0]", "del 'a'[0]", "del range(3)[0]", "del {}[0]", "[1][0][0]", "[1][5] = 1", "del [1][5]", "[1]['a'] = 1", "del [1]['a']", "frozenset()[0]", "x[0]", "Ellipsis[0]", "type[0]", "s.__getitem__()"):
    try:
        exec(src)
        print(src, "fine")
    except Exception as e:
        print(src, "|", type(e).__name__, e)
