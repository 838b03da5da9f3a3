# reference: enumerate(), zip(), map(), filter(), reversed()
# Lengths that differ, strict, several iterables, functions that raise, None as function.
TABLE = """
list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate(iterable="a", start=2)), list(enumerate([], 10**20)), next(enumerate("a", 2**62)), list(enumerate("a", True))
enumerate()
enumerate(5)
enumerate("a", "b")
enumerate("a", 1.5)
enumerate("a", 1, 2)
list(zip()), list(zip("ab")), list(zip("ab", (1, 2, 3))), list(zip("a", "b", "c")), list(zip([], "a")), list(zip("ab", "cd", strict=True)), list(zip(strict=True)), dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)]))
list(zip("a", "bc", strict=True))
list(zip("ab", "c", strict=True))
list(zip("ab", "cd", "e", strict=True))
list(zip("ab", "cd", "efg", strict=True))
list(zip("a", "", "b", strict=True))
zip("a", 5)
zip(5)
zip("a", foo=1)
zip("a", strict=1).__next__()
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3])), list(map(max, "ab", "ba", "cc")), list(map(None, [])), list(map(int, "12"))
map(str)
map()
map(str, 5)
map(5, [1]).__next__()
list(map(None, [1]))
list(map(lambda: 0, [1]))
list(map(lambda x: 1 / x, [1, 0]))
map(str, [], key=1)
list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")), list(filter(bool, ())), list(filter(int, ["0", "1"]))
filter(None)
filter(None, 5)
filter(5, [1]).__next__()
list(filter(lambda x: 1 / x, [0]))
filter(None, [], [])
filter(function=None, iterable=[])
list(reversed([1, 2])), list(reversed("ab")), list(reversed((1,))), list(reversed(range(3))), list(reversed(b"ab")), list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())), list(reversed(bytearray(b"x"))), list(reversed(memoryview(b"ab")))
reversed({1})
reversed(5)
reversed(iter([]))
reversed()
reversed([], [])
reversed(sequence=[])
reversed([1, 2]).__length_hint__(), reversed([]).__reduce__(), enumerate("a").__reduce__()[1][1], zip("a").__reduce__()[0], map(str, "a").__reduce__()[1][0], filter(None, "a").__reduce__()[1][0]
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class Rev:
    def __reversed__(s): return "anything"
class LenGet:
    def __len__(s): return 2
    def __getitem__(s, i): return i * 10
class NoneRev(LenGet): __reversed__ = None
print(reversed(Rev()), list(reversed(LenGet())))
try: reversed(NoneRev())
except TypeError as e: print(e)
z = zip(iter([1, 2, 3]), iter([4])); print(list(z)); a, b = iter("abc"), iter("d"); list(zip(a, b)); print(list(a)); a, b = iter("abc"), iter("d"); list(zip(b, a)); print(list(a))
