# reference: 8.7, 8.8
def shout(f):
    def inner(*a):
        return f(*a).upper()
    return inner
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name)
        return lambda *a: f"<{name}>{f(*a)}</{name}>"
    return deco
@tag("b")
@tag("i")
@shout
def hello(n):
    return "hello " + n
print(hello("you"))
