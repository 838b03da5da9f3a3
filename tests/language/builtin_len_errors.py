# reference: len()
# len of everything that has one; the checks of __len__.
print(len(""), len("é😀"), len(b"ab"), len([1, [2, 3]]), len((1,)), len({1: 2}), len({1}), len(range(10)), len(range(0, 10, 3)), len(bytearray(3)), len(memoryview(b"abc")), len({1: 1}.keys()), len({}.items()), len(frozenset()))
def L(v): return type("L", (), {"__len__": lambda s: v() if callable(v) else v})()
class I:
    def __index__(s): return 5
class N:
    def __index__(s): return -5
for v in (0, 5, True, I(), -1, N(), 1.0, "5", None, 2 ** 100, -2 ** 100, lambda: 1 / 0, [1], 2 ** 63):
    try: print(len(L(v)))
    except Exception as e: print(type(e).__name__, e)
for v in (5, None, len, int, list, object(), (x for x in ()), iter([]), True, 1.5, slice(1), type, range, ..., map(str, [])):
    try: len(v)
    except TypeError as e: print(e)
for f in (lambda: len(), lambda: len([], []), lambda: len(obj=[]), lambda: len(range(10 ** 30)), lambda: range(10 ** 30).__len__(), lambda: [].__len__(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
