# reference: 3.3.7
class A: pass
for o in (1, "abc", b"ab", (1,), None, len, lambda: 0, A(), A, range(3), frozenset(), {1}, {}.keys(), {}.values(), 1.5, NotImplemented, type(type.__dict__)({}), iter([]), memoryview(b"a"), enumerate([]), (x for x in ()), slice(1), True, print, __import__("math"), {}.items()):
    for k in (0, "a", 1.5, True):
        try:
            del o[k]
        except Exception as e: print(type(o).__name__, type(e).__name__, e)
        try:
            o[k] = 1
        except Exception as e: print(type(o).__name__, type(e).__name__, e)
        try:
            o[k]
        except Exception as e: print(type(o).__name__, type(e).__name__, e)
