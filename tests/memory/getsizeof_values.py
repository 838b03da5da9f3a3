# oracle: 64-bit
# Numbers, text, bytes, tuples and the small objects around them.
import array, sys, types
g = sys.getsizeof

def steps(o, act, n):
    sizes = [g(o)]
    for i in range(n):
        act(o, i)
        if g(o) != sizes[-1]:
            sizes += [i + 1, g(o)]
    return sizes

print("int", *[g(1 << b) for b in range(0, 200, 5)], *[g((1 << b) - 1) for b in (29, 30, 31, 60, 90)], g(0), g(-1), g(-(1 << 30)), g(10 ** 1000))
print("int made", g(int("0")), g(int.from_bytes(b"\0" * 20, "big")), g((1 << 90) >> 89), g((1 << 90) - (1 << 90) + 1), g(2 ** 31 - 2 ** 31), g(int(1e10)), g(int(1e30)), g(7 * 0), g(True), g(False))
print("int results", g((1 << 60) - 1 + 0), g(((1 << 60) - 1) & 3), g(12345678901234567890 // 10 ** 10), g(12345678901234567890 % 10 ** 19), g(-(1 << 60) | 1), g(~(1 << 30)), g(3 ** 20 * 5 ** 20), g(pow(3, 100, 10 ** 9)))
print("float", g(0.0), g(float("inf")), g(0j))
for one in ("a", "\xe9", "\u20ac", "\U0001f600"):
    print("str", ascii(one), *[g(one * n) for n in (0, 1, 2, 3, 4, 7, 8, 9, 100, 1000)], g((one + "a")[1:]), g(one + "b"), g("a" * 9 + one), g(one.join("xyz")), g(f"{one}!"), g((one * 9).encode()), g((one * 9).encode().decode()))
print("str", g(""), g(str(123)), g(repr([1, 2])), g("%d" % 5), g("a".ljust(20)), g(chr(127)), g(chr(128)), g(chr(255)), g(chr(256)), g(chr(65535)), g(chr(65536)), g("ab\u20ac"[:2]), g("ab\u20ac".replace("\u20ac", "c")), g("\u20ac\xe9"[1]))
s = ""
print("str +=", end="")
for i in range(20):
    s += "x"
    print("", g(s), end="")
print()
print("bytes", *[g(b"x" * n) for n in range(12)], g(bytes(100)), g(bytes(range(9))), g("\xe9".encode()))
for n in (0, 1, 2, 7, 8, 9, 100):
    print("bytearray", n, g(bytearray(n)), g(bytearray(b"x" * n)), g(bytearray(range(n))), g(bytearray(list(range(n)))), g(bytearray("x" * n, "ascii")), g(bytearray(n) + b"ab"), g(bytearray(n) * 2), g(bytearray(n)[1:]), g(bytearray(b"x" * n).upper()), g(bytearray(n).copy()))
    b = bytearray(n)
    print(*steps(b, lambda o, i: o.append(1), 60), "|", *steps(b, lambda o, i: o.pop(), n + 60), "|", *steps(bytearray(n), lambda o, i: o.extend(b"abc"), 20), "|", *steps(bytearray(n), lambda o, i: o.__iadd__(b"abcde"), 20),
          "|", *steps(bytearray(n), lambda o, i: o.insert(0, 1), 20), "|", *steps(bytearray(n), lambda o, i: o.__delitem__(slice(0, 3)), 20), "|", *steps(bytearray(n), lambda o, i: o.__setitem__(slice(0, 1), b"xyz"), 20), "|", *steps(bytearray(n), lambda o, i: o.__imul__(2), 5))
    b.clear()
    print(g(b))
print("tuple", *[g(tuple(range(n))) for n in range(12)], g((1,) * 100), g((1, 2) + (3,)), g(tuple([1, 2])), g((1, 2, 3)[1:]), g(tuple(x for x in range(9))))
print("range", g(range(0)), g(range(10)), g(range(10 ** 30)), g(range(1, 5, 2)), g(iter(range(5))), g(iter(range(10 ** 30))), g(reversed(range(5))))
print("slice", g(slice(1)), g(slice(1, 2, 3)), g(slice(None)))
print("memoryview", g(memoryview(b"")), g(memoryview(b"abc")), g(memoryview(b"abcd").cast("B", (2, 2))), g(memoryview(bytearray(5))[::2]), g(memoryview(b"abc").toreadonly()))
print("singletons", g(None), g(...), g(NotImplemented), g(object()), g(types.EllipsisType))
for code in "bBhHiIlLqQfdu":
    one = "x" if code == "u" else 1
    a = array.array(code)
    print("array", code, *steps(a, lambda o, i: o.append(one), 100), "|", *steps(a, lambda o, i: o.pop(), 100), g(array.array(code, [one] * 5)), g(array.array(code, [one] * 5)[1:3]), g(array.array(code, iter([one] * 5))), g(array.array(code, [one] * 5) * 2), g(iter(a)))
