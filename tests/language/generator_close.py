# reference: 6.2.9.1
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
g = gen()
next(g)
g.close()
g.close()
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "not yet"
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def never():
    print("not reached")
    yield
n = never()
n.close()
print(list(n))
