def show(n, f):
    try: r = f(); print(n, 'ok', type(r).__name__)
    except RecursionError as e: print(n, 'RecursionError', e)
def nest(n, make, start):
    for _ in range(n): start = make(start)
    return start
for name, make, start in (('list', lambda x: [x], []), ('tuple', lambda x: (x,), ()), ('dict', lambda x: {1: x}, {})):
    for n in (900, 1200):
        a, b = nest(n, make, start), nest(n, make, start)
        print(name, n, len(repr(a)), a == b)
n = nest(3000, lambda x: ValueError(x), 1)
n = nest(3000, lambda x: map(int, x), [])
n = nest(3000, lambda x: (lambda: x), None)
n = nest(3000, lambda x: iter([x]), None)
class K: pass
def link(x):
    k = K(); k.next = x
    return k
n = nest(3000, link, None)
del n
print('all gone')
