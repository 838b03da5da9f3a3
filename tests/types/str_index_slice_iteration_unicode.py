# reference: 3.2.5.1
# Texts of each width: indexing, slices, iteration, comparison and concatenation between widths.
texts = ["abc", "aéc", "a€c", "a😀c", "", "é", "😀", "\x00", "\xff\u0100", "\uffff\U00010000"]
for a in texts:
    print(ascii(a), len(a), [ascii(c) for c in a], ascii(a[::-1]), ascii(a[1:]), ascii(a[:-1]), ascii(a * 2), a.__sizeof__() > 0, a.isascii(), max(map(ord, a), default=None))
    print("  ", "".join("<=>"[(a > b) - (a < b) + 1] for b in texts), "".join("1" if b in a else "0" for b in texts), [a.find(b) for b in texts], ascii("|".join([a, "x", a])))
print([ascii(x + y) for x in texts[:4] for y in texts[:4]])
for bad in (5, None, b"a", 1.5, ["a"]):
    for op in ("'a' + bad", "bad + 'a'", "'a' in bad", "bad in 'a'", "'a' < bad", "'a' == bad", "'a'[bad]", "'a' * bad"):
        try: print(op, bad, eval(op))
        except Exception as e: print(op, bad, type(e).__name__, e)
