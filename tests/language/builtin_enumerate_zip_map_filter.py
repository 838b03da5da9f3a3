# reference: enumerate(), zip(), map(), filter()
# Lazy iterators: how far they read, strict zips, starts of any size, errors on the way.
def gen(name, n):
    for i in range(n): print(f"{name}{i}", end=" "); yield i
print(list(enumerate("ab")), list(enumerate("ab", 10)), list(enumerate("ab", start=-1)), list(enumerate("a", 2 ** 63 - 1)), list(enumerate("ab", 10 ** 30)), next(enumerate(iterable="x")))
print(list(zip(gen("a", 3), gen("b", 1))), list(zip()), list(zip("ab")), list(zip("ab", [1, 2], (3,))), list(zip("ab", "cd", strict=True)), dict(zip("ab", range(5))))
print(list(map(lambda *a: a, gen("c", 2), gen("d", 3))), list(map(str, [1])), list(map(int.__add__, [1], [2])), next(map(print, ["called"])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(5))), list(filter(bool, [0, 3])), list(filter("aeiou".__contains__, "hello")))
for it in (enumerate("ab"), zip("ab"), map(str, "ab"), filter(None, "ab")):
    print(iter(it) is it, next(it), list(it), next(it, "end"), next(it, "end"))
class Bad:
    def __iter__(s): return s
    def __next__(s): raise KeyError("next")
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate("a", 1.5), lambda: enumerate("a", 1, 2), lambda: enumerate("a", foo=1), lambda: zip(5), lambda: zip("a", 5), lambda: zip("a", foo=1), lambda: list(zip("ab", "c", strict=True)), lambda: list(zip("a", "bc", strict=True)), lambda: list(zip("a", "b", "cd", strict=True)), lambda: list(zip("ab", "cd", "e", strict=True)), lambda: zip(strict=5) is None, lambda: map(), lambda: map(str), lambda: list(map(5, "a")), lambda: map(str, 5), lambda: list(map(lambda: 0, "a")), lambda: map(str, "a", strict=1), lambda: filter(None), lambda: filter(), lambda: filter(None, 5), lambda: list(filter(5, "a")), lambda: list(filter(lambda: 0, "a")), lambda: list(map(str, Bad())), lambda: list(zip("ab", Bad())), lambda: list(filter(None, Bad())), lambda: list(enumerate(Bad())), lambda: list(map(lambda x: 1 / x, [1, 0]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
