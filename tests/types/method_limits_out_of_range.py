# reference: 3.2.5
# Counts and positions that no C integer holds.
TABLE = """
"a,b".split(",", 2**63)
"a,b".rsplit(None, 10**30)
"a,b".replace(",", "", 10**30)
b"a,b".split(b",", 10**30)
b"a,b".replace(b",", b"", -10**30)
bytearray(b"a").insert(10**30, 1)
bytearray(b"a").pop(10**30)
[1].insert(10**30, 2)
[1].pop(10**30)
[1].index(1, -10**30, 10**30), (1,).index(1, -10**30), "abc".find("b", -10**30, 10**30)
[1][10**30]
(1,)[-10**30]
"a"[10**30]
b"a"[10**30]
range(5)[10**30]
[1, 2][:10**30], (1, 2)[-10**30:], "ab"[::10**30], b"ab"[::-10**30], range(5)[10**30:]
[1] * 10**30
(1,) * 10**30
"a" * 10**30
b"a" * -10**30, [1] * -10**30, "" * 10**6, () * 10**9
bytearray(10**30)
bytes(-1)
"a".center(10**30)
"a".zfill(10**30)
"a".expandtabs(10**30)
b"a".hex("-", 10**30)
b"a".hex("-", 2**31)
"%*d" % (10**30, 1)
"%.*f" % (2**31, 1.0)
"{:{}}".format(1, 10**30)
format(1, "99999999999999999999")
format(1.5, ".99999999999999999999f")
"{99999999999999999999}".format(1)
1 << 10**30
0 << 10**30
1 >> 10**30, -1 >> 10**30
1 << -1
round(5, 10**30), round(1.5, 10**30), round(1.5, -10**30), round(15, -10)
chr(10**30)
"abc".encode().decode("utf-8", "strict")
(1).to_bytes(10**30, "big")
(1).to_bytes(-1, "big")
len(range(10**30))
range(10**30).__len__()
slice(10**30).indices(5), slice(None, None, -10**30).indices(5)
slice(1).indices(-1)
slice(1).indices(10**30)
enumerate("ab", 10**30).__next__()
[].__init__(x for x in ())
list.insert([], "x", 1)
list.insert([], None, 1)
[1, 2].__getitem__(10**30)
[].__setitem__(10**30, 1)
[].__delitem__(10**30)
"x".__getitem__(-10**30)
"ab".__mul__(1.0)
[].__mul__("x")
[].__imul__(10**30), [].__rmul__(10**30)
sum([1], start=10**30), divmod(10**30, -7), pow(10**30, 2, 10**9 + 7), hash(10**30) == hash(10**30 % (2**61 - 1)) or True
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
