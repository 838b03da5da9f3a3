# reference: 7.12, 7.13
x = 1
def f():
    global x, fresh
    x = 2
    fresh = 3
f()
print(x, fresh)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter()
d = counter()
print(c(), c(), d(), c())
