# reference: 6.2.9
def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except KeyError as e:
        print("inner caught", e)
        yield 3
    return "inner result"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    return (yield from range(2))
g = outer()
print(next(g), g.send("a"), g.throw(KeyError("k")))
print(list(g))
def flatten(t):
    for i in t:
        if isinstance(i, list):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, [3, [4]], 5]])))
