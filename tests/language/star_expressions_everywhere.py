# reference: 6.15, 7.2
# Stars in calls, displays, assignment, return, for, subscripts, and what can be unpacked.
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return iter(range(s.n))
class Get:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
class BadIter:
    def __iter__(s): raise KeyError("iter")
class BadNext:
    def __iter__(s): return s
    def __next__(s): raise ValueError("next")
class NotIter:
    def __iter__(s): return 5
class NoneIter: __iter__ = None
a, *b = It(4); print(a, b); *a, b = "xyz"; print(a, b); a, *b, c = (1, 2); print(a, b, c); [*a], b = [1, 2], 3; print(a, b); (a, *b), *c = [1, 2], 3, 4; print(a, b, c)
print([*It(2), *Get(), *"ab"], (*It(1),), {*It(3)}, [*()], max(*It(3)), [*{"k": 1}], (lambda *a, **k: (a, k))(*It(2), 5, *Get(), **{"x": 1}, y=2, **{"z": 3}))
def r(): return 1, *It(2)
def y(): yield *It(2), "end"
print(r(), list(y())); 
for x in *It(2), *"z": print(x, end=" ")
print({**{"a": 1}, "b": 2, **{"a": 3}}, [*It(2)][0], dict(**{"q": 1}, **{"w": 2}))
class Sub:
    def __class_getitem__(c, k): return k
print(Sub[*It(2), 5], Sub[1:2, *"a"])
t = (0,)
for src in ("a, b = It(1)", "a, b = It(3)", "a, b, *c = It(1)", "a, *b, c, d = It(2)", "a, b = 5", "a, b = None", "*a, = 5", "[*5]", "[*None]", "(*1.5,)", "{*[[]]}", "f(*5)", "print(*5)", "print(**5)", "print(**[1])", "a, b = BadIter()", "a, b = BadNext()", "a, b = NotIter()", "a, b = NoneIter()", "[*BadIter()]", "[*NotIter()]", "print(*BadNext())", "a, b = {1}", "a, b = 'abc'", "a, b = {'x': 1, 'y': 2, 'z': 3}", "(a, b), c = 1, 2", "a, (b, *c) = 1, ()", "print(*[], **{1: 2})", "{**1}", "{**[1]}", "dict(**{'a': 1}, a=2)", "a, *b = ()", "a, *b, c = ()", "a, b = iter([1])", "a, b = iter([1, 2, 3])", "x = *t"):
    try: exec(src)
    except Exception as e: print(src, "!", type(e).__name__, e)
it = iter(range(10)); a, b, *c = it; print(a, b, c, list(it))
it = iter(range(5))
try: a, b = it
except ValueError as e: print(e, list(it))
