def make():
    return [[i] for i in range(100)], [(i, i) for i in range(100)], [{i: i} for i in range(100)], [float(i) for i in range(100)]
for n in range(3):
    l, t, d, f = make()
    assert all(len(x) == 1 for x in l) and all(type(x) is tuple for x in t)
    del l, t, d, f
l, t, d, f = make()
print(sum(x[0] for x in l), sum(x[1] for x in t), sum(d[7].values()), sum(f))
def gen():
    while True:
        yield [None] * 3
g = gen()
print([next(g) for i in range(2)])
