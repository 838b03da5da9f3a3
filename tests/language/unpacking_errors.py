# reference: 7.2
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def two():
    a, b = 1, 2, 3
def three():
    a, b, c = [1]
def star():
    a, *b, c = [1]
def notiter():
    a, b = 5
for f in (two, three, star, notiter):
    attempt(f)
