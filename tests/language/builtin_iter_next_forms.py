# reference: iter(), next()
# iter of two arguments calls until the sentinel; next with default; errors and exhausted iterators.
n = iter(range(5))
print(list(iter(lambda: next(n), 3)), list(n), next(iter([1])), next(iter([]), "d"), next((x for x in ()), None))
class C:
    def __init__(s): s.n = 0
    def __call__(s): s.n += 1; return s.n
print(list(iter(C(), 4)), list(iter(list, [])), type(iter(C(), 1)).__name__)
def stops():
    raise StopIteration("inside")
it = iter(stops, 1)
print(list(it), list(it))
class Eq:
    def __eq__(s, o): print("eq", o, end=" "); return o == 2
print(list(iter(C(), Eq())))
class Raises:
    def __call__(s): raise KeyError("call")
class NextOnly:
    def __next__(s): return 1
class IterOnly:
    def __iter__(s): return NextOnly()
class Getitem:
    def __getitem__(s, i):
        if i == 2: raise StopIteration
        return i
print(next(NextOnly()), next(iter(IterOnly())), list(iter(Getitem())))
for f in (lambda: iter(), lambda: iter(5), lambda: iter(5, 1), lambda: iter(None), lambda: iter([], 1), lambda: iter(NextOnly()), lambda: next(IterOnly()), lambda: next([]), lambda: next(), lambda: next(iter([])), lambda: next(iter([]), 1, 2), lambda: next(iter([]), default=1), lambda: list(iter(Raises(), 1)), lambda: iter(1, 2, 3), lambda: iter(object=[1]), lambda: next(5, "d"), lambda: iter(int), lambda: iter(IterOnly), lambda: next(iter(Raises(), 1), "d")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for v in ([], (), "", b"", {}, set(), range(0), {}.keys(), {}.values(), {}.items(), bytearray(), memoryview(b""), range(10 ** 30), enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), iter(C(), 1), Getitem()):
    print(type(iter(v)).__name__, end=" ")
print()
