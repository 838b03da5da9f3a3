# reference: iter(), next()
# What is iterable, the two-argument form, defaults, exhausted iterators, iterators that misbehave.
class G:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
class GStop:
    def __getitem__(s, i):
        if i > 1: raise StopIteration
        return i
class NotIt:
    def __iter__(s): return []
class NoneIt: __iter__ = None; __getitem__ = lambda s, i: i
class Self:
    n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n % 3 == 0: raise StopIteration(s.n)
        return s.n
class OnlyNext:
    def __next__(s): return 5
class BadNext: __next__ = 5; __iter__ = lambda s: s
class NoneNext: __next__ = None; __iter__ = lambda s: s
n = iter([1, 2])
vals = iter([1, 2, 3, 0, 9])
TABLE = """
list(iter(G())), list(iter(GStop())), next(iter(Self())), next(OnlyNext()), list(iter(lambda: next(vals), 0)), next(vals), list(iter(lambda: 5, 5))
next(n), next(n), next(n, "d"), next(n, None)
next(n)
next([])
next(5)
next(G())
next(NoneNext())
next(BadNext())
next()
next(n, 1, 2)
iter(NotIt())
iter(NoneIt())
iter(5)
iter(OnlyNext())
iter(NoneNext()).__class__.__name__
iter(len)
iter(5, 5)
iter(lambda: 1 / 0, 0).__next__()
iter()
iter([], 1, 2)
iter(lambda: 1, sentinel=1)
(s := Self(), list(s), list(s), next(s))[1:]
list(zip(s, "ab")), [*iter("")], tuple(iter({})), list(iter({1: 2}.items()))
type(iter([])).__name__, type(iter(())).__name__, type(iter("a")).__name__, type(iter(b"")).__name__, type(iter(bytearray())).__name__, type(iter({})).__name__, type(iter({}.values())).__name__, type(iter(set())).__name__, type(iter(range(1))).__name__, type(iter(G())).__name__, type(iter(len, 1)).__name__, type(iter(memoryview(b""))).__name__, type(reversed([])).__name__, type(reversed(())).__name__, type(reversed({})).__name__, type(enumerate([])).__name__, type(zip()).__name__
5 in iter([5]), (i := iter([1, 2, 3]), 2 in i, list(i))[2], iter([1, 2]).__length_hint__(), iter("ab").__reduce__()[1:], iter([1]).__iter__().__next__(), iter(iter([1])).__next__()
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
l = [1, 2, 3]
out = []
for x in l:
    out.append(x)
    if len(out) < 6: l.append(x)
print(out, l)
i = iter(l); list(i); l.append(9); print(list(i), next(i, "still done"))
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
try:
    for k in d: d.pop(k); d[k + 10] = 1
except RuntimeError as e: print(e)
