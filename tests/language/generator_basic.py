# reference: 3.2.8.3, 6.2.9
def gen():
    print("start")
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e)
        y = "thrown"
    print("y", y)
    return "result"
g = gen()
print(next(g))
print(g.send("hi"))
try:
    g.throw(ValueError("boo"))
except StopIteration as e:
    print("value", e.value)
try:
    next(g)
except StopIteration as e:
    print("again", e.value)
