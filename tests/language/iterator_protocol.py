# reference: iter(), next()
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), max(Count(5)), [*Count(2)], tuple(Count(1)))
a, b = Count(2)
print(a, b, 2 in Count(3), dict(zip(Count(2), "xy")))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), list(reversed([1, 2])))
for bad in (5, None, object):
    try:
        iter(bad)
    except TypeError as e:
        print(e)
class Bad:
    def __iter__(self): return 5
try:
    for x in Bad(): pass
except TypeError as e:
    print(e)
it = iter([1])
print(next(it), next(it, "default"))
print(list(iter(iter([3, 2, 0, 1]).__next__, 0)))
