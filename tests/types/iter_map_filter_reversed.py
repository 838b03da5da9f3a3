print(list(map(str, range(3))), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])))
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isalpha, "a1b2")))
print(list(reversed("abc")), list(reversed([1, 2])), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))))
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class R:
    def __reversed__(self): return iter("custom")
print(list(reversed(S())), list(reversed(R())))
def log(x):
    print("log", x)
    return x
m = map(log, [1, 2])
print("lazy")
print(next(m), list(m))
for f in (lambda: reversed(5), lambda: reversed({1}), lambda: map(str), lambda: map(), lambda: filter(None), lambda: list(map(5, [1])), lambda: list(filter(5, [1])),
          lambda: reversed(iter([]))):
    try:
        f()
    except TypeError as e:
        print(e)
def boom(x): raise ValueError(x)
try:
    list(map(boom, [1]))
except ValueError as e:
    print(repr(e))
