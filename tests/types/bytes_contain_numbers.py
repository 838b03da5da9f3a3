# reference: 3.2.5.1
# A bytes object is a sequence of numbers below 256: index, iteration, membership, and what is no such number.
def attempt(f):
    try:
        return repr(f())
    except (TypeError, ValueError, IndexError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


class Index:
    def __index__(self):
        return 98


for data in (b"abcab\x00\xff", bytearray(b"abcab\x00\xff")):
    print(list(data), data[0], data[-1], data[1:3], data[::-2], min(data), max(data), sum(data), sorted(data)[:3], list(reversed(data))[:2])
    for o in (97, b"ab", b"", Index(), bytearray(b"ca"), memoryview(b"bc"), True, 0, 255, 256, -1, 2**70, "a", None, 97.0, [97]):
        print("  ", type(o).__name__ if isinstance(o, (Index, memoryview)) else o, *(attempt(f) for f in (lambda: o in data, lambda: data.count(o), lambda: data.find(o), lambda: data.rindex(o))), sep=" | ")
    for i in (7, -8, "1", None, 1.0, 2**70, Index()):
        print("  ", attempt(lambda: data[i]) if not isinstance(i, Index) else attempt(lambda: data[i]), end=";")
    print(*(attempt(f) for f in (lambda: data + [1], lambda: data + "a", lambda: data * 1.5, lambda: data * -1, lambda: data[True], lambda: data < "a", lambda: data == "abc", lambda: [1, 2] + data)), sep="\n  ")
a, *rest, z = b"xyz!"
print(a, rest, z, dict(enumerate(b"hi")), [*b"ab"], {*b"aab"} == {97, 98}, b"ab" == bytearray(b"ab"), hash(b"ab") == hash(bytes(bytearray(b"ab"))), 98 in b"abc", {b"k": 1}[b"k"])
