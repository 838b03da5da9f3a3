# __reduce__ and __setstate__: each iterator rebuilt from its state goes on where it stood; all warn.
from itertools import *
import sys


def rebuild(it):
    parts = it.__reduce__()
    new = parts[0](*parts[1])
    if len(parts) > 2 and parts[2] is not None:
        new.__setstate__(parts[2])
    return new


for make in (
    lambda: accumulate([1, 2, 3, 4]),
    lambda: accumulate([1, 2, 3], initial=10),
    lambda: chain("ab", "cd"),
    lambda: compress("abcd", [1, 0, 1, 1]),
    lambda: count(3),
    lambda: count(3, 2),
    lambda: count(1.5),
    lambda: dropwhile(lambda x: x < 2, range(6)),
    lambda: takewhile(lambda x: x < 4, range(6)),
    lambda: filterfalse(None, [0, 1, 0, 0, 0]),
    lambda: islice(iter(range(20)), 2, 12, 3),
    lambda: islice(range(20), 7),
    lambda: starmap(pow, [(2, 1), (2, 2), (2, 3), (2, 4)]),
    lambda: zip_longest("abcd", "x"),
    lambda: product("ab", "xy"),
    lambda: permutations("abc", 2),
    lambda: combinations("abcd", 2),
    lambda: combinations_with_replacement("abc", 2),
    lambda: repeat("r", 4),
    lambda: repeat("r"),
    lambda: tee("abcd")[0],
    lambda: cycle("ab"),
    lambda: groupby("aabbccdd"),
):
    it = make()
    name = type(it).__name__
    print(name, [type(x).__name__ for x in it.__reduce__()], [next(it, None) for _ in range(2)] if name != "groupby" else [next(it)[0]], end=" ")
    other = rebuild(it)
    if name == "groupby":
        print([(k, list(v)) for k, v in other])
        continue
    print(type(other).__name__, [next(other, None) for _ in range(5)])

for it in chain(), islice("a", 0), product(""), permutations("a", 2), combinations("a", 2), repeat(1, 0), zip_longest(), combinations_with_replacement("", 1):
    list(it)
    print(type(it).__name__, it.__reduce__()[1:] if type(it) is not islice else it.__reduce__()[2:])

p = product("abc", "xyz")
p.__setstate__((1, 7))
print(next(p), next(p))
c = combinations("abcde", 2)
c.__setstate__((0, 9))
print(next(c), c.__reduce__()[2])
q = permutations("abc")
q.__setstate__(((2, 0, 1), (3, 2, 1)))
print(next(q), q.__reduce__()[2])
c = cycle("")
c.__setstate__(([5, 6], True))
print(next(c), next(c), next(c))
a = accumulate([1, 2])
a.__setstate__(100)
print(list(a))
i = islice("abcdef", 1, None)
i.__setstate__(1)
print(list(i))
k, g = next(groupby("aa"))
print(g.__reduce__()[1][1], type(g.__reduce__()[1][0]).__name__)
z = zip_longest("ab", "c")
z.__setstate__("fill")
print(list(z))
