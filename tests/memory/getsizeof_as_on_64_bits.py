# oracle: 64-bit
# What sys.getsizeof says of built-in types, on a 64-bit machine.
import collections, functools, itertools, operator, sys, types
g = sys.getsizeof
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
