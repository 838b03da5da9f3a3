# What sys.getsizeof says of built-in types at every fill level, on a 64-bit machine. The expected lines were recorded from CPython
# 3.11 for x86-64 (Debian): objects whose layout 3.12 did not change. Pyodide, which records this file's output, has 32 bits and
# compares nothing.
import collections, functools, itertools, operator, sys, types
g = sys.getsizeof
lines = []
def print(*words): lines.append(" ".join(map(str, words)))
def show(name, o): print(name, g(o))
def shows(name, it): print(name, *[g(o) for o in it])
shows("int", [0, 1, -1, 5, 255, 2**30-1, 2**30, -2**30, 2**60-1, 2**60, 2**90, 10**100, True, False])
shows("float", [0.0, 1.5]); shows("complex", [1j])
shows("bytes", [b"", b"a", b"abc"*10]); shows("bytearray", [bytearray(), bytearray(b"a"), bytearray(100), bytearray(b"abc"*10)])
def growing(make, add, n):
    o = make(); sizes = [g(o)]
    for i in range(n):
        add(o, i); s = g(o)
        if s != sizes[-1]: sizes += [i + 1, s]
    return sizes
print("list append", *growing(list, lambda o, i: o.append(i), 300))
print("list insert", *growing(list, lambda o, i: o.insert(0, i), 100))
print("list extend3", *growing(list, lambda o, i: o.extend((1,2,3)), 100))
print("list +=", *growing(list, lambda o, i: o.__iadd__([i]), 100))
shows("list literals", [[], [1], [1,2], [1,2,3], [1,2,3,4,5], [0]*10, list(range(10)), list("abc"), [x for x in range(10)], list((1,2,3)), sorted((3,1,2)), [1,2,3][:2], [1]+[2], [1,2,3].copy(), [*range(3)], [*(1,2,3), 4], list(iter([1,2,3])), list(iter(range(5)))])
def shrinking(o, take, n):
    sizes = [g(o)]
    for i in range(n):
        take(o); s = g(o)
        if s != sizes[-1]: sizes += [i + 1, s]
    return sizes
print("list pop", *shrinking(list(range(300)), lambda o: o.pop(), 300))
print("list del0", *shrinking(list(range(100)), lambda o: o.__delitem__(0), 100))
l = list(range(100)); del l[10:]; show("list del slice", l); l.clear(); show("list clear", l)
shows("tuple", [(), (1,), (1,2), (1,2,3), tuple(range(100))])
print("dict str", *growing(dict, lambda o, i: o.__setitem__(str(i), i), 700))
print("dict int", *growing(dict, lambda o, i: o.__setitem__(i, i), 700))
shows("dict literals", [{}, {"a":1}, {1:1}, {"a":1,"b":2,"c":3,"d":4,"e":5}, {"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}, dict(a=1), dict([(1,2)]), dict.fromkeys("abc"), dict.fromkeys(range(20)), {**{"a":1}}, {i:i for i in range(10)}, {"a":1}|{"b":2}, {i:i for i in range(6)}.copy()])
d = {str(i): i for i in range(100)}
print("dict pop", *shrinking(d, lambda o: o.popitem(), 100)); d.clear(); show("dict clear", d)
print("set add", *growing(set, lambda o, i: o.add(i), 1000))
shows("sets", [set(), {1}, {1,2,3,4}, {1,2,3,4,5}, set(range(5)), set("abcdefgh"), frozenset(), frozenset({1}), frozenset(range(10)), set(range(100)), set(range(100)).copy(), set(range(10))|set(range(20)), {x for x in range(20)}])
s = set(range(100)); print("set pop", *shrinking(s, lambda o: o.pop(), 100)); s.clear(); show("set clear", s)
print("bytearray append", *growing(bytearray, lambda o, i: o.append(i & 255), 200))
print("deque", *growing(collections.deque, lambda o, i: o.append(i), 300))
shows("singletons", [None, Ellipsis, NotImplemented, object()])
shows("views", [{}.keys(), {}.values(), {}.items(), memoryview(b"abc"), types.MappingProxyType({})])
shows("itertools", [itertools.count(), itertools.cycle([]), itertools.repeat(1), itertools.chain(), itertools.islice([], 1), itertools.product([]), itertools.permutations([]), itertools.combinations([], 1), itertools.groupby([]), itertools.accumulate([]), itertools.starmap(len, []), itertools.takewhile(len, []), itertools.zip_longest()])
shows("functools", [functools.partial(len), functools.lru_cache(len), operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a")])
expected = """\
int 28 28 28 28 28 28 32 32 32 36 40 72 28 28
float 24 24
complex 32
bytes 33 34 63
bytearray 56 58 157 87
list append 56 1 88 5 120 9 184 17 248 25 312 33 376 41 472 53 568 65 664 77 792 93 920 109 1080 129 1240 149 1432 173 1656 201 1912 233 2200 269 2520
list insert 56 1 88 5 120 9 184 17 248 25 312 33 376 41 472 53 568 65 664 77 792 93 920
list extend3 56 1 88 2 152 5 216 7 280 10 344 13 440 17 536 21 664 26 792 31 920 37 1080 43 1240 50 1432 58 1656 67 1912 78 2200 90 2520
list += 56 1 72 3 120 9 184 17 248 25 312 33 376 41 472 53 568 65 664 77 792 93 920
list literals 56 64 72 88 104 136 136 88 184 88 88 72 72 80 88 88 88 104
list pop 2456 151 1432 215 856 251 536 271 344 283 248 289 184 293 152 295 120 299 88 300 56
list del0 856 51 536 71 344 83 248 89 184 93 152 95 120 99 88 100 56
list del slice 184
list clear 56
tuple 40 48 56 64 840
dict str 64 1 184 6 272 11 464 22 832 43 1584 86 3328 171 6576 342 13056 683 26032
dict int 64 1 224 6 352 11 632 22 1168 43 2264 86 4688 171 9304 342 18512 683 36952
dict literals 64 184 224 184 272 184 224 184 632 184 352 184 352
dict pop 3328
dict clear 64
set add 216 5 728 19 2264 77 8408 307 32984
sets 216 216 216 472 728 728 216 216 728 8408 4312 1240 2264
set pop 8408
set clear 216
bytearray append 56 1 58 2 61 5 64 8 68 12 75 19 83 27 92 36 102 46 113 57 126 70 140 84 156 100 174 118 194 138 217 161 243 187 272
deque 760 33 1288 97 1816 161 2344 225 2872 289 3400
singletons 16 16 16 16
views 40 40 40 184 40
itertools 56 64 48 48 72 72 80 80 80 64 48 56 72
functools 80 168 64 56 56
""".splitlines()

del print
if sys.maxsize > 1 << 32:
    for line, wanted in zip(lines, expected, strict=True):
        if line != wanted:
            print(line, "instead of", wanted)
print(len(expected), "lines")
