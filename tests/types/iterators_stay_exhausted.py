# reference: 3.3.7
# An iterator that has ended stays ended, even when its container grows again.
l = [1]
it = iter(l)
print(list(it), l.append(2), list(it), next(it, "over"))
b = bytearray(b"a")
it = iter(b)
print(list(it), b.extend(b"bc"), list(it))
it = iter(l)
print(next(it), next(it), l.append(3), next(it), next(it, "end"), l.append(4), next(it, "end"))
back = reversed(l)
print(list(back), l.append(5), list(back))


class Growing:
    def __init__(self):
        self.n = 1

    def __getitem__(self, i):
        print("asked", i, end="; ")
        if i >= self.n:
            raise IndexError("over") if self.n < 3 else StopIteration
        return i


g = Growing()
it = iter(g)
print(list(it))
g.n = 2
print(list(it), next(it, "end"))
g.n = 3
print(list(iter(g)))
calls = iter([1, 2, "stop", 3]).__next__
it = iter(calls, "stop")
print(list(it), list(it), calls())
for make in (lambda: enumerate(l3), lambda: zip(l3), lambda: map(str, l3), lambda: filter(None, l3), lambda: (x for x in l3)):
    l3 = [1, 2]
    it = make()
    print(type(it).__name__, len(list(it)), l3.append(3), list(it), next(it, "over"))


class Restarting:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n


r = Restarting()
print(list(r), list(r), list(zip(r, "ab")), [*map(abs, r)], next(enumerate(r)))
m = map(int, ["1", "x", "3"])
for _ in range(4):
    try:
        print(next(m, "map over"))
    except ValueError as e:
        print(e)
