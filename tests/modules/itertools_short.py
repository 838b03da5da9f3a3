# The iterators that end with their input: values, laziness, errors that pass through, exhaustion for good.
from itertools import (accumulate, batched, chain, compress, count, dropwhile, filterfalse, groupby, islice, pairwise,
                       starmap, takewhile, zip_longest)


def noisy(name, items):
    for item in items:
        print(f"<{name}:{item}>", end="")
        yield item
    print(f"<{name} end>", end="")


class Failing:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ValueError("no more")
        return self.n


print(list(accumulate([1, 2, 3, 4])), list(accumulate([], initial=5)), list(accumulate("abc", lambda a, b: b + a, initial="-")))
print(list(accumulate([3, 1, 2], max)), list(accumulate([1, None], initial=None)) if False else list(accumulate([7])))
print(list(batched("abcdefg", 3)), list(batched("", 2)), list(batched("ab", 5)), list(batched(n=1, iterable="xy")))
print(list(chain("ab", [1], (), {2: 3})), list(chain()), list(chain.from_iterable(["ab", "cd"])))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress("ab", count())))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 2, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 2, 1])))
print(list(filterfalse(None, [0, 1, "", "a", [], [0]])), list(filterfalse(bool, [0, 1])), list(filterfalse(lambda x: x % 2, range(6))))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 2)), list(islice("abc", None)), list(islice("abcdefg", 1, 6, 2)))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
print(list(starmap(pow, [(2, 5), [3, 2], "ab"[:0] or (10, 3)])))
print(list(zip_longest("abc", "x", "", fillvalue="-")), list(zip_longest()), list(zip_longest("ab", [1, 2, 3])))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby(range(10), key=lambda x: x // 4)])

for make in (
    lambda: islice(noisy("i", range(9)), 1, 4, 2),
    lambda: islice(noisy("i", range(9)), 2, 2),
    lambda: takewhile(lambda x: x < 2, noisy("t", range(9))),
    lambda: dropwhile(lambda x: x < 2, noisy("d", range(4))),
    lambda: chain(noisy("a", "xy"), noisy("b", ""), noisy("c", "z")),
    lambda: zip_longest(noisy("a", "xyz"), noisy("b", "1")),
    lambda: compress(noisy("data", "xyz"), noisy("sel", [0, 1])),
    lambda: batched(noisy("n", "xyz"), 2),
    lambda: pairwise(noisy("p", "xyz")),
    lambda: accumulate(noisy("s", "xyz"), initial=""),
    lambda: chain(Failing(2), "never"),
    lambda: batched(Failing(3), 2),
    lambda: pairwise(Failing(2)),
    lambda: zip_longest("abc", Failing(1)),
    lambda: accumulate(Failing(2)),
    lambda: starmap(divmod, [(1, 0)]),
    lambda: takewhile(lambda x: 1 // x, [1, 0]),
    lambda: groupby(Failing(1)),
    lambda: islice(Failing(1), 3),
    lambda: chain([1], 5, [2]),
):
    it = make()
    for k in range(6):
        try:
            print(repr(next(it)) if type(it) is not groupby else next(it)[0], end=" ")
        except StopIteration as e:
            print("stop", e.value, end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print()


def returning():
    yield 1
    return "value"


def delegate(it):
    result = yield from it
    print("result", result)


for it in chain(returning()), islice(returning(), 5), takewhile(bool, returning()), pairwise(returning()), batched(returning(), 2), accumulate(returning()), compress(returning(), count(1)), starmap(print, returning()) if False else filterfalse(None, returning()), zip_longest(returning()):
    print(list(delegate(it)))
