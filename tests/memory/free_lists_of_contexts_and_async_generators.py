# What waits in a free list comes back, the last one first: contexts, the awaitables of asend() and the values on their way out.
# not-in: small, asan: they have no free lists
import contextvars, gc

def places(make, n):
    gc.collect()
    held = [make() for i in range(n)]
    before = [id(o) for o in held]
    while held:
        held.pop()
    held = [make() for i in range(n)]
    print([before.index(id(o)) for o in held] == list(range(n)))
    return held

async def numbers():
    for i in range(1000):
        yield i

agen = numbers()
places(contextvars.Context, 200)
places(contextvars.copy_context, 255)
places(agen.__anext__, 70)
places(lambda: agen.asend(None), 80)
a = contextvars.Context()
n = id(a)
del a
a = contextvars.Context()
print(id(a) == n)
b = a.copy()
n = id(b)
del b
c = agen.__anext__()
print(id(c) == n)
del c
b = contextvars.copy_context()
print(id(b) == n)

def drive(step):
    try:
        step.send(None)
    except StopIteration as e:
        return e.value

print([drive(agen.__anext__()) for i in range(5)])
counts = []
step = agen.__anext__()
gc.collect()
for i in range(3):
    del step
    before = gc.get_count()[0]
    step = agen.__anext__() # the one that waits is no allocation
    counts.append(gc.get_count()[0] - before)
print(counts[1:])
