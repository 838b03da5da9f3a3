# reference: 6.3.3
# The same slices of str, bytes, bytearray, list, tuple, range, memoryview agree, for many bounds and steps.
base = list(range(10, 20))
views = {"list": base, "tuple": tuple(base), "bytes": bytes(base), "bytearray": bytearray(base), "range": range(10, 20), "memoryview": memoryview(bytes(base)), "str": "".join(map(chr, base))}
bounds = (None, 0, 1, 3, 9, 10, 11, 100, -1, -3, -10, -11, -100, 10**30, -10**30)
steps = (None, 1, 2, 3, 10, 100, -1, -2, -3, -10, -100, 10**30, -10**30)
count = bad = 0
for start in bounds:
    for stop in bounds:
        for step in steps:
            s = slice(start, stop, step)
            want = [base[i] for i in range(*s.indices(10))]
            count += 1
            for name, v in views.items():
                got = [ord(c) for c in v[s]] if name == "str" else list(v[s])
                if got != want: bad += 1; print(name, s, got, want)
print(count, bad)
for name, v in views.items():
    for key in ("a", 1.5, None, (1, 2), slice("a"), slice(1.5, 2), slice(None, None, 0), 10, -11, 10**30, [1], slice(None, "x"), ...):
        try: print(name, key, v[key])
        except Exception as e: print(name, key, type(e).__name__, e)
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
print([v[I(2)] if n != "memoryview" else v[2] for n, v in views.items()], base[I(1):I(5):I(2)], "abc"[True], (1, 2)[False:True])
