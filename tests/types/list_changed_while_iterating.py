l = [1, 2, 3, 4, 5, 6]
seen = []
for x in l:
    seen.append(x)
    if x % 2 == 0:
        l.remove(x)
print(l, seen)
l = [1, 2, 3]
for x in l:
    if len(l) < 8:
        l.append(x * 10)
print(l)
l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__())
l.clear()
print(list(it))
l.extend([1, 2, 3, 4])
print(list(it))
r = reversed(l)
print(next(r))
del l[2:]
print(list(r))
