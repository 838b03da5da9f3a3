# reference: 6.2.9.1
def gen():
    yield 1
g = gen()
try:
    g.send(5)
except TypeError as e:
    print(e)
def rec():
    yield next(r)
r = rec()
try:
    next(r)
except ValueError as e:
    print(e)
def stop():
    raise StopIteration(3)
    yield
try:
    next(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
print(gen.__name__, type(gen()).__name__, g.gi_frame is None, g.gi_code.co_name)
